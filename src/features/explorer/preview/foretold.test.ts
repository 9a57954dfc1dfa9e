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
import { createTestEngine, homeAccount, type TestCall, type TestEngine } from "#testing/test-engine.ts";
import type { Artefact, Outcome, Outcomes } from "./outcomes.ts";
import { previewChange } from "./preview-change.ts";

const regions = ["us-east-1", "eu-central-1"] as const;
type Region = (typeof regions)[number];
const caller = { account: homeAccount, principal: `arn:aws:iam::${homeAccount}:user/Alice` };
const message = encodeUtf8("a message");

const kinds = {
  symmetric: ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"],
  signing: ["ECC_NIST_P256", "SIGN_VERIFY"],
  otherSigning: ["ECC_NIST_P384", "SIGN_VERIFY"],
  mac: ["HMAC_256", "GENERATE_VERIFY_MAC"],
} as const satisfies Record<string, readonly [KeySpec, KeyUsageType]>;
type Kind = keyof typeof kinds;

const anyRegion = fc.constantFrom(...regions);
const anyIndex = fc.nat({ max: 5 });
const anyWorld = fc.record({
  keys: fc.array(
    fc.record({
      region: anyRegion,
      kind: fc.constantFrom<Kind>("symmetric", "symmetric", "signing", "otherSigning", "mac"),
      isMultiRegion: fc.boolean(),
      /** What is done to the key after the artefacts were made. */
      fate: fc.constantFrom("stays", "stays", "stays", "is disabled", "waits for deletion"),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  /** Each points to a key of its Region; some are moved on or deleted after the artefacts were made. */
  aliases: fc.array(
    fc.record({
      key: anyIndex,
      name: fc.constantFrom("alias/a", "alias/b", "alias/c"),
      fate: fc.constantFrom("stays", "stays", "goes"),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});
const anyChange = fc.record({
  type: fc.constantFrom("retarget", "createAlias", "deleteAlias", "swap", "disableKey", "scheduleDeletion"),
  region: anyRegion,
  aliasName: fc.constantFrom("alias/a", "alias/b", "alias/c"),
  otherName: fc.constantFrom("alias/a", "alias/b", "alias/c"),
  key: anyIndex,
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
  const isSymmetric = artefact.kind === "ciphertext" || artefact.kind === "dataKey";
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
      return call("Decrypt", { CiphertextBlob: blob, ...(KeyId === undefined ? {} : { KeyId }) });
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
    return blob && dataKey
      ? [
          { ...made, kind: "ciphertext", algorithm: "SYMMETRIC_DEFAULT", blob },
          { ...made, kind: "dataKey", blob: dataKey },
        ]
      : [];
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

async function build({ keys, aliases }: Recipe) {
  const sandbox = createTestEngine();
  const made: MadeKey[] = [];
  for (const { region, kind, isMultiRegion } of keys) {
    const [KeySpec, KeyUsage] = kinds[kind];
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
    const key = made[at];
    if (!key || fate === "stays") continue;
    const call = sandbox.as(key.region);
    if (fate === "is disabled")
      await call("DisableKey", { KeyId: key.keyId }).catch(() => undefined); // waits for deletion
    else await call("ScheduleKeyDeletion", { KeyId: key.keyId }).catch(() => undefined); // does so already
  }
  return { sandbox, made, artefacts };
}

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
  const { region, aliasName } = (alias === null ? undefined : there[alias % Math.max(1, there.length)]) ?? drawn;
  const here = made.filter((key) => key.region === region);
  const keyId = here[drawn.key % Math.max(1, here.length)]?.keyId ?? made[0]?.keyId ?? "";
  const change = { type, region, aliasName, otherName: drawn.otherName, keyId, pendingWindowInDays: 7 };
  return change as Change; // has the members of every type
}

test("what is foretold for each artefact is what comes", async () => {
  let changed = 0;
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
    else if (JSON.stringify(now) !== JSON.stringify(then)) changed += 1;
  });
  await fc.assert(property, { numRuns: 120 });
  // Otherwise the worlds above are too tame to prove anything.
  expect(changed).toBeGreaterThan(15);
  expect(refused).toBeGreaterThan(10);
}, 60_000);
