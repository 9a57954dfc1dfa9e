// A change is looked at on a fork and then really made: what was foretold is what comes, and looking leaves no trace.
import { describe, expect, test } from "vitest";
import { callsOf } from "#features/explorer/model/change-calls.ts";
import type { Change } from "#features/explorer/types.ts";
import { type KeySpec, type KeyUsageType, keyArn } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey, type TestKey } from "#testing/builders.ts";
import {
  createTestEngine,
  homeAccount,
  homeRegion,
  otherAccount,
  type TestCall,
  type TestEngine,
} from "#testing/test-engine.ts";
import { contentsOf } from "#testing/world-contents.ts";
import type { Effect } from "./effects.ts";
import type { Artefact } from "./outcomes.ts";
import { previewChange } from "./preview-change.ts";

const region = homeRegion;
const place = { account: homeAccount, region };
const caller = { account: homeAccount, principal: `arn:aws:iam::${homeAccount}:user/Alice` };
const aliasName = "alias/app";

async function withAlias(KeySpec?: KeySpec, KeyUsage?: KeyUsageType) {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call, KeySpec, KeyUsage);
  await call("CreateAlias", { AliasName: aliasName, TargetKeyId: key.keyId });
  return { sandbox, call, key };
}

const look = (sandbox: TestEngine, change: Change, artefacts: readonly Artefact[] = []) =>
  previewChange(sandbox.engine, sandbox.world(), change, artefacts, {
    ...caller,
    recentEvents: async () => [...sandbox.events].reverse(),
  });

const retarget = ({ keyId }: TestKey): Change => ({ type: "retarget", region, aliasName, keyId });
const told = (effects: readonly Effect[]): string[] =>
  effects.map(({ text }) => text.map((part) => (typeof part === "string" ? part : part.strong)).join(""));

describe("the preview of a retarget", () => {
  test("tells which key new calls use, what becomes of old ciphertext, and that a key is left without an alias", async () => {
    const { sandbox, call, key } = await withAlias();
    const next = await createKey(call);
    const preview = await look(sandbox, retarget(next));
    expect(preview.refusal).toBeUndefined();
    expect(told(preview.effects)).toEqual([
      `New Encrypt calls that name alias/app use key ${next.keyId} instead of key ${key.keyId}. Callers need permission on this key.`,
      "Ciphertext made before with alias/app: Decrypt without a KeyId still succeeds, with alias/app as the KeyId fails with IncorrectKeyException, with the key ARN as the KeyId still succeeds.",
      `Key ${key.keyId} is left without an alias. It can still be used by its key ID and its key ARN.`,
    ]);
  });

  test("tells that signatures fail through the alias, and which algorithms the new key lacks", async () => {
    const { sandbox, call, key } = await withAlias("ECC_NIST_P256", "SIGN_VERIFY");
    const next = await createKey(call, "ECC_NIST_P384", "SIGN_VERIFY");
    await call("CreateAlias", { AliasName: "alias/other", TargetKeyId: key.keyId });
    const preview = await look(sandbox, retarget(next));
    const effects = told(preview.effects);
    expect(effects).toContain(
      "New Sign calls that name alias/app and ask for ECDSA_SHA_256 fail with InvalidKeyUsageException: the new key signs with ECDSA_SHA_384.",
    );
    expect(effects).toContain("The key spec changes from ECC_NIST_P256 to ECC_NIST_P384.");
    expect(effects.some((text) => text.startsWith("GetPublicKey for alias/app answers another public key."))).toBe(
      true,
    );
    expect(effects).toContain(`Key ${key.keyId} keeps alias/other.`);
    expect(effects.find((text) => text.startsWith("Signatures"))).toContain(
      "with alias/app as the KeyId fails with InvalidKeyUsageException, with the key ARN as the KeyId still succeeds.",
    );
  });

  test("tells that a disabled target answers nobody, whatever algorithm is asked for", async () => {
    const { sandbox, call, key } = await withAlias("ECC_NIST_P256", "SIGN_VERIFY");
    const twin = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const other = await createKey(call, "ECC_NIST_P384", "SIGN_VERIFY");
    for (const { keyId } of [twin, other]) await call("DisableKey", { KeyId: keyId });
    for (const target of [twin, other])
      expect(told((await look(sandbox, retarget(target))).effects)).toContain(
        `New Sign calls that name alias/app fail with DisabledException. Now they use key ${key.keyId}.`,
      );
  });

  test("tells that whoever verifies outside of KMS needs another public key", async () => {
    const { sandbox, call } = await withAlias("ECC_NIST_P256", "SIGN_VERIFY");
    const next = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const effects = told((await look(sandbox, retarget(next))).effects);
    expect(effects.some((text) => text.startsWith("GetPublicKey for alias/app answers another public key."))).toBe(
      true,
    );
    expect(effects.some((text) => text.includes("fails with KMSInvalidSignatureException"))).toBe(true);
  });

  test("gives the refusal of KMS where the types differ, and what a new alias would mean", async () => {
    const { sandbox, call, key } = await withAlias();
    const mac = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    const preview = await look(sandbox, retarget(mac));
    expect(preview.refusal).toMatchObject({ made: 0, error: { code: "ValidationException" } });
    expect(preview.effects).toEqual([]);
    expect(told(preview.recreate)).toEqual([
      "UpdateAlias cannot do this. DeleteAlias and then CreateAlias could: these are two calls, and callers that were made for Encrypt and decrypt (SYMMETRIC_DEFAULT) would find Generate and verify MAC (HMAC_256).",
      `Between the two calls: New Encrypt calls that name alias/app fail with NotFoundException. Now they use key ${key.keyId}.`,
      `New Encrypt calls that name alias/app fail with InvalidKeyUsageException. Now they use key ${key.keyId}.`,
      `New GenerateMac calls that name alias/app use key ${mac.keyId}.`,
      "Ciphertext made before with alias/app: Decrypt without a KeyId still succeeds, with alias/app as the KeyId fails with InvalidKeyUsageException, with the key ARN as the KeyId still succeeds.",
      `Key ${key.keyId} is left without an alias. It can still be used by its key ID and its key ARN.`,
    ]);
  });

  test("names who has used the alias lately, and nobody who used another", async () => {
    const { sandbox, call, key } = await withAlias();
    const next = await createKey(call);
    const Plaintext = encodeUtf8("x");
    await call("Encrypt", { KeyId: aliasName, Plaintext });
    await call("GenerateDataKey", { KeyId: `arn:aws:kms:${region}:${homeAccount}:${aliasName}`, KeySpec: "AES_256" });
    await sandbox.as(
      region,
      homeAccount,
      `arn:aws:iam::${homeAccount}:user/Bob`,
    )("Encrypt", { KeyId: key.keyId, Plaintext });
    const { users } = await look(sandbox, retarget(next));
    expect(users).toEqual([
      {
        principal: caller.principal,
        account: homeAccount,
        operations: ["GenerateDataKey", "Encrypt"],
        calls: 2,
        lastUsed: "2026-01-15T10:00:00Z",
      },
    ]);
  });
});

/** Another account may use the key, by its key policy. */
async function shareWithOtherAccount(call: TestCall, { keyId }: TestKey) {
  const Statement = [homeAccount, otherAccount].map((account) => ({
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  }));
  await call("PutKeyPolicy", { KeyId: keyId, Policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
}

describe("users of another account", () => {
  const guest = `arn:aws:iam::${otherAccount}:user/Guest`;
  const arn = `arn:aws:kms:${region}:${homeAccount}:${aliasName}`;

  test("are found by the ARN of the alias and by the key, not by a name of their own", async () => {
    const { sandbox, call, key } = await withAlias();
    const next = await createKey(call);
    await shareWithOtherAccount(call, key);
    const Plaintext = encodeUtf8("x");
    const callOfGuest = sandbox.as(region, otherAccount, guest);
    const own = await createKey(callOfGuest);
    await callOfGuest("CreateAlias", { AliasName: aliasName, TargetKeyId: own.keyId });
    await callOfGuest("Encrypt", { KeyId: aliasName, Plaintext });
    expect((await look(sandbox, retarget(next))).users).toEqual([]);
    await callOfGuest("Encrypt", { KeyId: arn, Plaintext });
    const isGuest = [{ principal: guest, account: otherAccount, calls: 1, operations: ["Encrypt"] }];
    expect((await look(sandbox, retarget(next))).users).toMatchObject(isGuest);
    const { users } = await look(sandbox, { type: "disableKey", region, keyId: key.keyId });
    expect(users).toMatchObject(isGuest);
  });

  test("are told to be denied by a key whose policy does not let them in", async () => {
    const { sandbox, call, key } = await withAlias();
    const [closed, open] = [await createKey(call), await createKey(call)];
    for (const shared of [key, open]) await shareWithOtherAccount(call, shared);
    await sandbox.as(region, otherAccount, guest)("Encrypt", { KeyId: arn, Plaintext: encodeUtf8("x") });
    const warning = `${guest} has used alias/app lately. Its Encrypt calls fail with AccessDeniedException: it has no permission on the new key.`;
    expect(told((await look(sandbox, retarget(closed))).effects)).toContain(warning);
    expect(told((await look(sandbox, retarget(open))).effects)).not.toContain(warning);
  });
});

describe("what a deletion ends", () => {
  const ending = async (sandbox: TestEngine, keyId: string, at = region): Promise<string | undefined> =>
    told((await look(sandbox, { type: "scheduleDeletion", region: at, keyId, pendingWindowInDays: 7 })).effects).at(-1);

  test.each([
    ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "what was encrypted under it can never be decrypted again"],
    ["ECC_NIST_P256", "SIGN_VERIFY", "by whoever has kept its public key"],
    ["HMAC_256", "GENERATE_VERIFY_MAC", "MACs that were made with it can never be verified again"],
    ["ECC_NIST_P256", "KEY_AGREEMENT", "can never be derived again"],
  ] as const)("is told of a %s key for %s", async (spec, usage, words) => {
    const { sandbox, key } = await withAlias(spec, usage);
    expect(await ending(sandbox, key.keyId)).toContain(words);
  });

  test("is little where the other multi-Region keys have the same key material", async () => {
    const sandbox = createTestEngine();
    const { KeyMetadata } = await sandbox.as()("CreateKey", { MultiRegion: true });
    const keyId = KeyMetadata?.KeyId ?? "";
    await sandbox.as()("ReplicateKey", { KeyId: keyId, ReplicaRegion: "eu-central-1" });
    const text = await ending(sandbox, keyId, "eu-central-1");
    expect(text).not.toContain("never");
    expect(text).toContain("related multi-Region keys keep the same key material");
  });
});

describe("the preview of other changes", () => {
  test("tells what a swap means between its two calls", async () => {
    const { sandbox, call, key } = await withAlias();
    const green = await createKey(call);
    await call("CreateAlias", { AliasName: "alias/green", TargetKeyId: green.keyId });
    const { CiphertextBlob: blob = new Uint8Array() } = await call("Encrypt", {
      KeyId: "alias/green",
      Plaintext: encodeUtf8("x"),
    });
    const card = {
      ...place,
      kind: "ciphertext",
      aliasName: "alias/green",
      keyId: green.keyId,
      algorithm: "SYMMETRIC_DEFAULT",
      blob,
    } as const;
    const preview = await look(sandbox, { type: "swap", region, aliasName, otherName: "alias/green" }, [card]);
    expect(told(preview.between)).toEqual([
      `New Encrypt calls that name alias/app use key ${green.keyId} instead of key ${key.keyId}. Callers need permission on this key.`,
      `Key ${key.keyId} is left without an alias. It can still be used by its key ID and its key ARN.`,
    ]);
    expect(told(preview.effects).filter((text) => text.startsWith("New"))).toEqual([
      `New Encrypt calls that name alias/app use key ${green.keyId} instead of key ${key.keyId}. Callers need permission on this key.`,
      `New Encrypt calls that name alias/green use key ${key.keyId} instead of key ${green.keyId}. Callers need permission on this key.`,
    ]);
    expect(told(preview.effects)).toContain(`Key ${key.keyId} has alias/green instead of alias/app.`);
    const [shown] = preview.artefacts;
    expect([shown?.before, shown?.between, shown?.after].map((outcomes) => outcomes?.byAlias.ok)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("tells that a swap stops half-way when its second call is refused", async () => {
    const { sandbox, call, key } = await withAlias();
    const green = await createKey(call);
    await call("CreateAlias", { AliasName: "alias/green", TargetKeyId: green.keyId });
    await call("ScheduleKeyDeletion", { KeyId: key.keyId });
    const preview = await look(sandbox, { type: "swap", region, aliasName, otherName: "alias/green" });
    expect(preview.refusal).toMatchObject({ made: 1, error: { code: "KMSInvalidStateException" } });
  });

  test("tells what stops working when an alias is deleted", async () => {
    const { sandbox, key } = await withAlias("HMAC_256", "GENERATE_VERIFY_MAC");
    const { effects } = await look(sandbox, { type: "deleteAlias", region, aliasName });
    expect(told(effects).slice(0, 2)).toEqual([
      `New GenerateMac calls that name alias/app fail with NotFoundException. Now they use key ${key.keyId}.`,
      "MACs made before with alias/app: VerifyMac with alias/app as the KeyId fails with NotFoundException, with the key ARN as the KeyId still succeeds.",
    ]);
    expect(effects[0]?.tone).toBe("warning");
  });

  test("tells which key a new alias means", async () => {
    const { sandbox, key } = await withAlias();
    const change = { type: "createAlias", region, aliasName: "alias/new", keyId: key.keyId } as const;
    expect(told((await look(sandbox, change)).effects)).toEqual([
      `New Encrypt calls that name alias/new use key ${key.keyId}. Now they fail with NotFoundException.`,
    ]);
    expect((await look(sandbox, { ...change, aliasName })).refusal?.error.code).toBe("AlreadyExistsException");
  });

  test("tells who is written for the key that a new alias means in other Regions, and is refused here", async () => {
    const sandbox = createTestEngine();
    const put = async (there: string, KeySpec?: KeySpec, KeyUsage?: KeyUsageType) => {
      const { keyId } = await createKey(sandbox.as(there), KeySpec, KeyUsage);
      if (there !== region) await sandbox.as(there)("CreateAlias", { AliasName: aliasName, TargetKeyId: keyId });
      return keyId;
    };
    const here = await put(region);
    await put("us-west-2", "ECC_NIST_P256", "SIGN_VERIFY");
    await put("eu-west-1", "ECC_NIST_P256", "SIGN_VERIFY");
    const other = await put(region, "ECC_NIST_P384", "SIGN_VERIFY");
    const warnings = async (keyId: string) => {
      const { effects } = await look(sandbox, { type: "createAlias", region, aliasName, keyId });
      return told(effects.filter(({ tone }) => tone === "warning"));
    };
    const refused = [
      expect.stringMatching(
        /^In (us-west-2, eu-west-1|eu-west-1, us-west-2), alias\/app means a key of another type: ECC_NIST_P256, sign and verify\. Callers that Sign there by this name fail here with InvalidKeyUsageException\. The types then differ between Regions\.$/,
      ),
    ];
    expect(await warnings(here)).toEqual(refused);
    expect(await warnings(other)).toEqual(refused);
  });

  test("warns of no other Region where a new alias means a key of the same type there", async () => {
    const { sandbox, key } = await withAlias();
    const away = sandbox.as("us-west-2");
    await away("CreateAlias", { AliasName: "alias/new", TargetKeyId: (await createKey(away)).keyId });
    const { effects } = await look(sandbox, { type: "createAlias", region, aliasName: "alias/new", keyId: key.keyId });
    expect(told(effects)).toHaveLength(1);
  });

  test.each([
    [{ type: "disableKey" }, "DisabledException", "EnableKey takes that back"],
    [{ type: "scheduleDeletion", pendingWindowInDays: 7 }, "KMSInvalidStateException", "gone for ever"],
  ] as const)("tells the reach of %o: by each alias, by ARN, and for old ciphertext", async (kind, code, last) => {
    const { sandbox, call, key } = await withAlias();
    await call("CreateAlias", { AliasName: "alias/second", TargetKeyId: key.keyId });
    await call("Encrypt", { KeyId: key.keyId, Plaintext: encodeUtf8("x") });
    const { effects, users } = await look(sandbox, { ...kind, region, keyId: key.keyId });
    const texts = told(effects);
    expect(texts).toContain(`New Encrypt calls that name alias/app fail with ${code}. Now they use key ${key.keyId}.`);
    expect(texts).toContain(
      `New Encrypt calls that name key ${key.keyId} fail with ${code}. Now they use key ${key.keyId}.`,
    );
    expect(texts).toContain("The same holds for each of its 2 aliases: alias/app, alias/second.");
    expect(texts.filter((text) => text.startsWith("Ciphertext"))).toHaveLength(1);
    expect(texts.find((text) => text.startsWith("Ciphertext"))).toContain(`Decrypt without a KeyId fails with ${code}`);
    expect(texts.at(-1)).toContain(last);
    expect(users).toMatchObject([{ operations: ["Encrypt"] }]);
  });
});

describe("looking at a change", () => {
  test("leaves state, history, trail and vault byte for byte as they were", async () => {
    const { sandbox, call, key } = await withAlias();
    const next = await createKey(call);
    const seen = () =>
      JSON.stringify([
        contentsOf(sandbox.world()),
        sandbox.world().seq,
        sandbox.commits,
        sandbox.events,
        [...sandbox.secrets].map(([id, secret]) => [id, encodeBase64(secret)]),
      ]);
    const [world, before] = [sandbox.world(), seen()];
    for (const change of [retarget(next), { type: "disableKey", region, keyId: key.keyId }] as const)
      await look(sandbox, change);
    expect(sandbox.world()).toBe(world);
    expect(seen()).toBe(before);
  });

  test("ends as soon as it is given up", async () => {
    const { sandbox, call } = await withAlias();
    const next = await createKey(call);
    const given = new AbortController();
    given.abort();
    const asked = previewChange(sandbox.engine, sandbox.world(), retarget(next), [], {
      ...caller,
      recentEvents: async () => [],
      signal: given.signal,
    });
    await expect(asked).rejects.toThrow("aborted");
  });

  test("shows the calls that Confirm will make", async () => {
    const { sandbox, call, key } = await withAlias();
    const next = await createKey(call);
    for (const { operation, input } of callsOf(retarget(next), sandbox.world(), homeAccount))
      await call(operation, input);
    const { KeyId } = await call("Encrypt", { KeyId: aliasName, Plaintext: encodeUtf8("x") });
    expect(KeyId).toBe(keyArn({ ...place, keyId: next.keyId }));
    expect(KeyId).not.toBe(key.arn);
  });
});
