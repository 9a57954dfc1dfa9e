// Over random worlds: what the preview foretells for each artefact is what KMS answers after the change was really made.
import fc from "fast-check";
import { expect, test } from "vitest";
import { callsOf } from "#features/explorer/model/change-calls.ts";
import type { Change } from "#features/explorer/types.ts";
import {
  type AliasRecord,
  isReservedAlias,
  type KeySpec,
  type KeyUsageType,
  KmsError,
  keyArn,
  type SigningAlgorithmSpec,
} from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { scanPlace } from "#store/scan-place.ts";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, type TestCall, type TestEngine } from "#testing/test-engine.ts";
import type { Artefact, Outcome, Outcomes } from "./outcomes.ts";
import { previewChange } from "./preview-change.ts";

const regions = ["us-east-1", "eu-central-1"] as const;
type Region = (typeof regions)[number];
const caller = { account: homeAccount, principal: `arn:aws:iam::${homeAccount}:user/Alice` };
const message = encodeUtf8("a message");

const oaep = "RSAES_OAEP_SHA_256";
const kinds = {
  symmetric: ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"],
  signing: ["ECC_NIST_P256", "SIGN_VERIFY"],
  otherSigning: ["ECC_NIST_P384", "SIGN_VERIFY"],
  mac: ["HMAC_256", "GENERATE_VERIFY_MAC"],
  rsa: ["RSA_2048", "ENCRYPT_DECRYPT"],
} as const satisfies Record<string, readonly [KeySpec, KeyUsageType]>;
type Kind = keyof typeof kinds;

const changeTypes = ["retarget", "createAlias", "deleteAlias", "swap", "disableKey", "scheduleDeletion"] as const;
/** What a card is made with: its algorithm, or that it is a data key. */
const makings = ["SYMMETRIC_DEFAULT", oaep, "dataKey", "ECDSA_SHA_256", "ECDSA_SHA_384", "HMAC_SHA_256"] as const;

const rsaPairs = await Promise.all(
  [1, 2].map(async () => {
    const algorithm = {
      name: "RSA-OAEP",
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: "SHA-256",
    };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ["encrypt", "decrypt"]);
    return {
      secret: new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)),
      publicKey: new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)),
    };
  }),
);

const anyRegion = fc.constantFrom(regions[0], ...regions);
const anyIndex = fc.nat({ max: 5 });
const anyKind = fc.constantFrom<Kind>("symmetric", "symmetric", "signing", "otherSigning", "mac", "rsa");
const anyWorld = fc.record({
  /** Of two kinds only, so that an alias often finds a key that it may move to. */
  kindsOfKeys: fc.tuple(anyKind, anyKind),
  keys: fc.array(
    fc.record({
      region: anyRegion,
      kind: fc.constantFrom(0, 0, 1),
      isMultiRegion: fc.boolean(),
      /** What is done to the key after the artefacts were made. */
      fate: fc.constantFrom("stays", "stays", "stays", "is disabled", "waits for deletion"),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  /** Each points to a key of its Region; some are moved on or deleted after the artefacts were made. */
  aliases: fc.array(
    fc.record({
      key: anyIndex,
      name: fc.constantFrom("alias/a", "alias/b", "alias/c"),
      fate: fc.constantFrom("stays", "stays", "goes"),
    }),
    { minLength: 2, maxLength: 5 },
  ),
});
const anyChange = fc.record({
  type: fc.constantFrom(...changeTypes, "swap"),
  region: anyRegion,
  aliasName: fc.constantFrom("alias/a", "alias/b", "alias/c"),
  key: anyIndex,
  isOdd: fc.constantFrom(false, false, true),
  /** Mostly a change of an alias that is there. */
  alias: fc.option(anyIndex, { freq: 5 }),
});

interface MadeKey {
  readonly region: Region;
  readonly keyId: string;
  readonly kind: Kind;
}

/** What KMS answers at the real engine, asked in this test's own way. */
async function really(sandbox: TestEngine, artefact: Artefact): Promise<Outcomes> {
  const call = sandbox.as(artefact.region);
  const ask = async (KeyId?: string): Promise<Outcome> => {
    try {
      await judge(call, artefact, KeyId);
      return { ok: true };
    } catch (error) {
      if (!(error instanceof KmsError)) throw error;
      return { ok: false, code: error.code, message: error.message };
    }
  };
  const isSymmetric = artefact.kind === "dataKey" || artefact.algorithm === "SYMMETRIC_DEFAULT";
  return {
    byAlias: await ask(artefact.aliasName),
    byKeyArn: await ask(keyArn(artefact)),
    withoutKeyId: isSymmetric ? await ask() : undefined,
  };
}

function judge(call: TestCall, { kind, algorithm, blob }: Artefact, KeyId?: string): Promise<unknown> {
  switch (kind) {
    case "ciphertext":
    case "dataKey":
      return call("Decrypt", {
        CiphertextBlob: blob,
        ...(KeyId === undefined ? {} : { KeyId }),
        ...(algorithm === oaep ? { EncryptionAlgorithm: oaep } : {}),
      });
    case "signature": {
      const SigningAlgorithm = algorithm as SigningAlgorithmSpec; // made by artefactOf
      return call("Verify", { KeyId: KeyId ?? "", Message: message, Signature: blob, SigningAlgorithm });
    }
    case "mac":
      return call("VerifyMac", { KeyId: KeyId ?? "", Message: message, Mac: blob, MacAlgorithm: "HMAC_SHA_256" });
  }
}

async function artefactOf(call: TestCall, { region, keyId, kind }: MadeKey, aliasName: string): Promise<Artefact[]> {
  const made = { account: homeAccount, region, aliasName, keyId };
  const KeyId = aliasName;
  if (kind === "symmetric") {
    const { CiphertextBlob: blob } = await call("Encrypt", { KeyId, Plaintext: message });
    const { CiphertextBlob: dataKey } = await call("GenerateDataKey", { KeyId, KeySpec: "AES_256" });
    const { PrivateKeyCiphertextBlob: privateKey } = await call("GenerateDataKeyPairWithoutPlaintext", {
      KeyId,
      KeyPairSpec: "ECC_NIST_P256",
    });
    return blob && dataKey && privateKey
      ? [
          { ...made, kind: "ciphertext", algorithm: "SYMMETRIC_DEFAULT", blob },
          { ...made, kind: "dataKey", blob: dataKey },
          { ...made, kind: "dataKey", blob: privateKey },
        ]
      : [];
  }
  if (kind === "rsa") {
    const { CiphertextBlob: blob } = await call("Encrypt", { KeyId, Plaintext: message, EncryptionAlgorithm: oaep });
    return blob ? [{ ...made, kind: "ciphertext", algorithm: oaep, blob }] : [];
  }
  if (kind === "mac") {
    const { Mac: blob } = await call("GenerateMac", { KeyId, Message: message, MacAlgorithm: "HMAC_SHA_256" });
    return blob ? [{ ...made, kind, algorithm: "HMAC_SHA_256", message, blob }] : [];
  }
  const algorithm = kind === "signing" ? "ECDSA_SHA_256" : "ECDSA_SHA_384";
  const { Signature: blob } = await call("Sign", { KeyId, Message: message, SigningAlgorithm: algorithm });
  return blob ? [{ ...made, kind: "signature", algorithm, message, blob }] : [];
}

type Recipe = typeof anyWorld extends fc.Arbitrary<infer R> ? R : never;

async function build({ kindsOfKeys, keys, aliases }: Recipe) {
  const sandbox = createTestEngine();
  const made: MadeKey[] = [];
  for (const { region, kind: which, isMultiRegion } of keys) {
    const kind = kindsOfKeys[which];
    const [KeySpec, KeyUsage] = kinds[kind];
    if (kind === "rsa") {
      // To generate one takes a tenth of a second.
      const pair = rsaPairs[made.length % rsaPairs.length];
      made.push({ region, kind, keyId: plantKey(sandbox, { region, keySpec: KeySpec, ...pair }).keyId });
      continue;
    }
    const { KeyMetadata } = await sandbox.as(region)("CreateKey", { KeySpec, KeyUsage, MultiRegion: isMultiRegion });
    made.push({ region, kind, keyId: KeyMetadata?.KeyId ?? "" });
    const other = regions.find((each) => each !== region) ?? region;
    if (!isMultiRegion) continue;
    // A ciphertext of a multi-Region key is also decrypted in the other Region.
    await sandbox.as(region)("ReplicateKey", { KeyId: KeyMetadata?.KeyId ?? "", ReplicaRegion: other });
    made.push({ region: other, kind, keyId: KeyMetadata?.KeyId ?? "" });
  }
  const artefacts: Artefact[] = [];
  for (const { key, name } of aliases) {
    const target = made[key % made.length];
    if (!target) continue;
    const call = sandbox.as(target.region);
    try {
      await call("CreateAlias", { AliasName: name, TargetKeyId: target.keyId });
    } catch {
      continue; // the name is taken
    }
    artefacts.push(...(await artefactOf(call, target, name)));
  }
  for (const { key, name, fate } of aliases) {
    const region = made[key % made.length]?.region;
    if (fate === "goes")
      await sandbox
        .as(region)("DeleteAlias", { AliasName: name })
        .catch(() => undefined); // gone already
  }
  for (const [at, { fate }] of keys.entries()) {
    const key = made[at]; // a replica stands between, if there is one: any key will do
    if (!key || fate === "stays") continue;
    const call = sandbox.as(key.region);
    if (fate === "is disabled")
      await call("DisableKey", { KeyId: key.keyId }).catch(() => undefined); // waits for deletion
    else await call("ScheduleKeyDeletion", { KeyId: key.keyId }).catch(() => undefined); // does so already
  }
  return { sandbox, made, artefacts };
}

const pick = <T>(of: readonly T[], index: number): T | undefined => of[index % Math.max(1, of.length)];

function changeOf(
  { type, alias, ...drawn }: typeof anyChange extends fc.Arbitrary<infer C> ? C : never,
  sandbox: TestEngine,
  made: readonly MadeKey[],
): Change {
  const there: AliasRecord[] = [];
  for (const region of regions)
    scanPlace(sandbox.world().tables.aliases, { account: homeAccount, region }, (record) => {
      if (!isReservedAlias(record.aliasName)) there.push(record);
    });
  const found = alias === null ? undefined : pick(there, alias);
  // What is there cannot be created.
  const { region, aliasName } = type === "createAlias" || !found ? drawn : found;
  const target = found?.targetKeyId;
  const others = there.filter((each) => each.region === region && each.aliasName !== aliasName);
  // Where there is a choice, an alias with another key: only that is a swap.
  others.sort((one, other) => Number(one.targetKeyId === target) - Number(other.targetKeyId === target));
  const otherName = others[drawn.isOdd ? others.length - 1 : 0]?.aliasName ?? "alias/none";
  const here = made.filter((key) => key.region === region);
  const keyId = (pick(here, drawn.key) ?? made[0])?.keyId ?? "";
  const change = { type, region, aliasName, otherName, keyId, pendingWindowInDays: 7 };
  return change as Change; // has the members of every type
}

test("what is foretold for each artefact is what comes", async () => {
  const changed = new Map<string, number>();
  let refused = 0;
  const property = fc.asyncProperty(anyWorld, anyChange, async (recipe, drawn) => {
    const { sandbox, made, artefacts } = await build(recipe);
    const change = changeOf(drawn, sandbox, made);
    const now = await Promise.all(artefacts.map((artefact) => really(sandbox, artefact)));
    const [world, trail] = [sandbox.world(), sandbox.events.length];

    const preview = await previewChange(sandbox.engine, world, change, artefacts, {
      ...caller,
      recentEvents: async () => [],
    });
    expect(preview.artefacts.map(({ before }) => before)).toEqual(now);
    expect([sandbox.world(), sandbox.events.length]).toEqual([world, trail]);

    let refusal: unknown;
    for (const { operation, input, region } of callsOf(change, world, homeAccount)) {
      refusal = await sandbox
        .as(region)(operation, input)
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      if (refusal !== undefined) break;
    }
    expect(preview.refusal?.error).toEqual(refusal);
    const then = await Promise.all(artefacts.map((artefact) => really(sandbox, artefact)));
    expect(preview.artefacts.map(({ after }) => after)).toEqual(then);
    if (refusal !== undefined) refused += 1;
    else
      for (const [at, { kind, algorithm }] of artefacts.entries())
        if (JSON.stringify(now[at]) !== JSON.stringify(then[at]))
          for (const name of [change.type, algorithm ?? kind]) changed.set(name, (changed.get(name) ?? 0) + 1);
  });
  // The same worlds each time: each kind of change breaks or mends something there, and something of each making is touched.
  await fc.assert(property, { numRuns: 150, seed: 1 });
  expect([...changed.keys()].sort()).toEqual([...changeTypes, ...makings].sort());
  expect(refused).toBeGreaterThan(10);
  // And others each time.
  await fc.assert(property, { numRuns: 50 });
}, 60_000);
