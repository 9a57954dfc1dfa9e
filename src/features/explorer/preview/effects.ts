// Exports what a change does, in words: each sentence words answers that a fork gave before and after it.
import { judgeOf } from "#features/explorer/bench/artefact-texts.ts";
import { aliasPrefix, type KmsErrorCode, parseKeyIdentifier } from "#kms/index.ts";
import { equalBytes } from "#lib/bytes.ts";
import type { FlashText } from "#store/flashes.ts";
import type { Moment } from "./moment.ts";
import type { Artefact, Outcome, Outcomes } from "./outcomes.ts";
import { keyIdOf, type Use, type UseOperation } from "./uses.ts";

export interface Effect {
  /** A warning where something stops working. */
  readonly tone: "info" | "warning";
  readonly text: FlashText;
}

/** Which key new calls of a probe use, and which of them fail. `keyId` is an alias name or a key ARN. */
export function newCallEffects(keyId: string, before: Moment, after: Moment): readonly Effect[] {
  const was = summaryOf(before.uses.get(keyId) ?? []);
  const is = summaryOf(after.uses.get(keyId) ?? []);
  const operation = is?.operation ?? was?.operation;
  if (!operation) return [];
  const subject: FlashText = [`New ${operation} calls that name `, { strong: nameOf(keyId) }];
  const other = otherAlgorithmText(after.otherUses.get(keyId) ?? []);
  if (is?.keyArn === undefined) {
    if (other === undefined || was?.keyArn === undefined) return failureEffects(subject, was, is?.code);
    return [...lostAlgorithms(subject, before, after, keyId), ...publicKeyEffects(keyId, before, after)];
  }
  const used = { strong: keyIdOf(is.keyArn) };
  if (was?.keyArn === is.keyArn) return lostAlgorithms(subject, before, after, keyId);
  const change: FlashText =
    was?.keyArn !== undefined
      ? [" instead of key ", { strong: keyIdOf(was.keyArn) }, ". Callers need permission on this key."]
      : [was?.code === undefined ? "." : `. Now they fail with ${was.code}.`];
  return [
    { tone: "info", text: [...subject, " use key ", used, ...change] },
    ...lostAlgorithms(subject, before, after, keyId),
    ...publicKeyEffects(keyId, before, after),
  ];
}

function failureEffects(
  subject: FlashText,
  was: Summary | undefined,
  code: KmsErrorCode | undefined,
): readonly Effect[] {
  if (code === undefined) return [];
  if (was?.keyArn !== undefined) {
    const text = [...subject, ` fail with ${code}. Now they use key `, { strong: keyIdOf(was.keyArn) }, "."];
    return [{ tone: "warning", text }];
  }
  if (was?.code === code) return [{ tone: "info", text: [...subject, ` fail with ${code}, before and after.`] }];
  return [{ tone: "info", text: [...subject, ` fail with ${code}.`] }];
}

interface Summary {
  readonly operation: UseOperation;
  /** Of the key that answered; all calls of a probe reach the same. */
  readonly keyArn: string | undefined;
  readonly code: KmsErrorCode | undefined;
}

function summaryOf(uses: readonly Use[]): Summary | undefined {
  const [first] = uses;
  if (!first) return undefined;
  const answers = uses.map(({ answer }) => answer);
  return {
    operation: first.operation,
    keyArn: answers.find((answer) => answer.ok)?.keyArn,
    code: answers.find((answer) => !answer.ok)?.code,
  };
}

/** Calls name their algorithm, and another key may not have it. Says which algorithms the key has instead. */
function lostAlgorithms(subject: FlashText, before: Moment, after: Moment, keyId: string): readonly Effect[] {
  const old = new Map(before.uses.get(keyId)?.map(({ algorithm, answer }) => [algorithm, answer.ok]));
  const lost = (after.uses.get(keyId) ?? []).filter(({ algorithm, answer }) => !answer.ok && old.get(algorithm));
  const [first] = lost;
  if (!first || first.answer.ok) return [];
  const others = otherAlgorithmText(after.otherUses.get(keyId) ?? []);
  const text: FlashText = [
    ...subject,
    " and ask for ",
    { strong: namesOf(lost) },
    ` fail with ${first.answer.code}${others === undefined ? "." : `: ${others}`}`,
  ];
  return [{ tone: "warning", text }];
}

const namesOf = (uses: readonly Use[]): string => uses.map(({ algorithm }) => algorithm).join(", ");

const verbs = {
  Encrypt: "encrypts",
  Sign: "signs",
  GenerateMac: "makes MACs",
  DeriveSharedSecret: "agrees on secrets",
  Encapsulate: "encapsulates",
} as const satisfies Record<UseOperation, string>;

/** What the key could do that callers did not ask for; undefined where that is nothing. */
function otherAlgorithmText(others: readonly Use[]): string | undefined {
  const answered = others.filter(({ answer }) => answer.ok);
  const [first] = answered;
  return first && `the new key ${verbs[first.operation]} with ${namesOf(answered)}.`;
}

function publicKeyEffects(keyId: string, before: Moment, after: Moment): readonly Effect[] {
  const [was, is] = [before.publicKeys.get(keyId), after.publicKeys.get(keyId)];
  if (!was || !is || equalBytes(was, is)) return [];
  const text: FlashText = [
    "GetPublicKey for ",
    { strong: nameOf(keyId) },
    " answers another public key. Whoever uses it outside of AWS KMS needs the new one.",
  ];
  return [{ tone: "warning", text }];
}

const things = {
  ciphertext: "Ciphertext",
  dataKey: "Encrypted data keys",
  signature: "Signatures",
  mac: "MACs",
} as const satisfies Record<Artefact["kind"], string>;

/** What becomes of that which was made through an alias, or by the ARN of a key without one, before the change. */
export function oldThingEffects(artefact: Artefact, before: Outcomes, after: Outcomes): readonly Effect[] {
  const isByAlias = artefact.aliasName.startsWith(aliasPrefix);
  const ways: readonly (readonly [string, Outcome | undefined, Outcome | undefined])[] = [
    ["without a KeyId", before.withoutKeyId, after.withoutKeyId],
    ...(isByAlias ? [[`with ${artefact.aliasName} as the KeyId`, before.byAlias, after.byAlias] as const] : []),
    ["with the key ARN as the KeyId", before.byKeyArn, after.byKeyArn],
  ];
  const known = ways.flatMap(([way, was, is]) => (was && is ? [{ way, was, is }] : []));
  const breaks = known.some(({ was, is }) => was.ok && !is.ok);
  const parts = known.map(({ way, was, is }) => `${way} ${endOf(was, is)}`).join(", ");
  return [
    {
      tone: breaks ? "warning" : "info",
      text: [
        `${things[artefact.kind]} made before with `,
        { strong: nameOf(artefact.aliasName) },
        `: ${judgeOf[artefact.kind]} ${parts}.`,
      ],
    },
  ];
}

function endOf(was: Outcome, is: Outcome): string {
  if (is.ok) return was.ok ? "still succeeds" : "succeeds";
  return `${was.ok ? "fails" : "still fails"} with ${is.code}`;
}

/** Which names a key keeps that aliases are taken away from. */
export function keptAliasEffects(keyId: string, before: Moment, after: Moment): readonly Effect[] {
  const [was = [], is = []] = [before.aliases.get(keyId), after.aliases.get(keyId)];
  if (was.every((name) => is.includes(name))) return [];
  const key = { strong: keyId };
  if (is.some((name) => !was.includes(name)))
    return [{ tone: "info", text: ["Key ", key, ` has ${listed(is)} instead of ${listed(was)}.`] }];
  if (is.length > 0) return [{ tone: "info", text: ["Key ", key, ` keeps ${listed(is)}.`] }];
  const text: FlashText = [
    "Key ",
    key,
    " is left without an alias. It can still be used by its key ID and its key ARN.",
  ];
  return [{ tone: "warning", text }];
}

/** The first few of some names: more than anybody reads would only fill the screen. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** An ARN is shown by its key ID: account and Region are those of the change. */
function nameOf(keyId: string): string {
  return parseKeyIdentifier(keyId).form === "key ARN" ? `key ${keyIdOf(keyId)}` : keyId;
}
