// Exports what the form of the bench holds, and what can be made of it.
import { fullName } from "#features/explorer/model/alias-text.ts";
import { findAlias, findKey, type KeyRecord, type World } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { type ArtefactKind, algorithmsFor, kindsOf, labelLimit, textByteLimit, type Wish } from "./make-artefact.ts";

export interface TypedDraft {
  readonly region: string;
  /** With or without `alias/`. */
  readonly alias: string;
  /** Chosen; one that the key cannot do gives way to one that it can. */
  readonly kind?: ArtefactKind | undefined;
  readonly algorithm?: string | undefined;
  readonly text: string;
  readonly label: string;
}

export interface Draft {
  readonly key: KeyRecord | undefined;
  readonly kinds: readonly ArtefactKind[];
  readonly kind: ArtefactKind | undefined;
  readonly algorithms: readonly string[];
  readonly algorithm: string | undefined;
  readonly problems: { readonly alias?: string; readonly text?: string; readonly label?: string };
  /** Undefined while there are problems. */
  readonly wish: Wish | undefined;
}

export const emptyDraft = (region: string): TypedDraft => ({ region, alias: "", text: "", label: "" });

export function draftOf(world: World, account: string, typed: TypedDraft): Draft {
  const place = { account, region: typed.region };
  const aliasName = fullName(typed.alias);
  const alias = findAlias(world, place, aliasName);
  const key = alias?.targetKeyId === undefined ? undefined : findKey(world, place, alias.targetKeyId);
  const kinds = key && key.keyManager !== "AWS" ? kindsOf(key) : [];
  const kind = kinds.find((each) => each === typed.kind) ?? kinds[0];
  const algorithms = key && kind ? algorithmsFor(kind, key) : [];
  const algorithm = algorithms.find((each) => each === typed.algorithm) ?? algorithms[0];
  const aliasProblem = problemOfAlias(typed, key, kind);
  const textProblem = kind === "dataKey" ? undefined : problemOfText(typed.text);
  const labelProblem =
    typed.label.trim().length > labelLimit ? `A name has up to ${labelLimit} characters.` : undefined;
  const problems = {
    ...(aliasProblem === undefined ? {} : { alias: aliasProblem }),
    ...(textProblem === undefined ? {} : { text: textProblem }),
    ...(labelProblem === undefined ? {} : { label: labelProblem }),
  };
  const { text, label } = typed;
  const wish =
    kind && Object.keys(problems).length === 0
      ? { ...place, aliasName, kind, algorithm: algorithm ?? "", text, label }
      : undefined;
  return { key, kinds, kind, algorithms, algorithm, problems, wish };
}

function problemOfAlias(
  { alias, region }: TypedDraft,
  key: KeyRecord | undefined,
  kind: ArtefactKind | undefined,
): string | undefined {
  if (alias.trim() === "") return "Choose an alias.";
  if (!key) return `There is no alias ${alias.trim()} with a key in ${region}.`;
  if (key.keyManager === "AWS") return "AWS managed keys are used by AWS services only.";
  return kind === undefined ? `A key for ${key.keyUsage} makes nothing that could be kept.` : undefined;
}

function problemOfText(text: string): string | undefined {
  const { length } = encodeUtf8(text);
  if (length === 0) return "Enter a text.";
  return length > textByteLimit
    ? `KMS takes up to 4,096 bytes; these are ${length.toLocaleString("en-US")}.`
    : undefined;
}
