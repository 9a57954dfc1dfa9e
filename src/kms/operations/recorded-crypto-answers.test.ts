// Recorded answers of the cryptographic operations.
import type { KeySpec, OperationName, SigningAlgorithmSpec } from "#kms/contract/types.gen.ts";
import rsa from "#kms/crypto/vectors/openssl-rsa.json" with { type: "json" };
import { decodeBase64 } from "#lib/base64.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { type Attempts, type Replay, recordedPart, replayRecorded } from "#testing/replay-recorded.ts";
import { homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";
import answers from "./recorded-answers.json" with { type: "json" };

const unknownId = "1234abcd-12ab-34cd-56ef-1234567890ab";
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const fromBase64 = (text: string): Uint8Array => decodeBase64(text) ?? new Uint8Array();
const plaintext = bytes(16);

type Members = Readonly<Record<string, unknown>>;
type KeyOf = (replay: Replay) => Promise<{ readonly keyId: string; readonly arn: string }>;

const symmetric: KeyOf = ({ call }) => createKey(call);
const hmac: KeyOf = ({ call }) => createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
const ecc =
  (spec: KeySpec): KeyOf =>
  ({ call }) =>
    createKey(call, spec, "SIGN_VERIFY");
/** RSA keys come from a vector: to search new primes for each test would take seconds. */
const rsaKey =
  (keySpec: keyof typeof rsa.keys, keyUsage: "ENCRYPT_DECRYPT" | "SIGN_VERIFY"): KeyOf =>
  async ({ engine }) => {
    const { pkcs8, spki } = rsa.keys[keySpec];
    return plantKey(engine, { keySpec, keyUsage, secret: fromBase64(pkcs8), publicKey: fromBase64(spki) });
  };
/** Keys of specs that cannot be created here yet; what is recorded of them comes before any cryptography. */
const bare =
  (keySpec: KeySpec, keyUsage: "SIGN_VERIFY" | "GENERATE_VERIFY_MAC"): KeyOf =>
  async ({ engine }) =>
    plantKey(engine, { keySpec, keyUsage });

const on =
  (keyOf: KeyOf, operation: OperationName, members: Members, before?: OperationName) => async (replay: Replay) => {
    const { keyId, arn } = await keyOf(replay);
    if (before) await replay.send(before, { KeyId: keyId });
    return { attempt: replay.send(operation, { KeyId: keyId, ...members }), blanks: { "key-arn": arn } };
  };

const without =
  (operation: OperationName, members: Members, blanks: Readonly<Record<string, string>> = {}) =>
  ({ send }: Replay) => ({ attempt: send(operation, members), blanks });

const tooLong = (spec: keyof typeof rsa.keys, EncryptionAlgorithm: string, length: number) =>
  on(rsaKey(spec, "ENCRYPT_DECRYPT"), "Encrypt", { EncryptionAlgorithm, Plaintext: bytes(length) });

const badDigest = (keyOf: KeyOf, SigningAlgorithm: SigningAlgorithmSpec) =>
  on(keyOf, "Sign", { SigningAlgorithm, MessageType: "DIGEST", Message: bytes(31) });

async function ciphertextOf({ call }: Replay, context?: Readonly<Record<string, string>>) {
  const { keyId } = await createKey(call);
  const request = { KeyId: keyId, Plaintext: plaintext };
  const { CiphertextBlob = new Uint8Array() } = await call(
    "Encrypt",
    context ? { ...request, EncryptionContext: context } : request,
  );
  return CiphertextBlob;
}

const message = { Message: plaintext };
const oaep = "RSAES_OAEP_SHA_256";
const noKey = `arn:aws:kms:${homeRegion}:${homeAccount}:key/${unknownId}`;
const foreignKey = `arn:aws:kms:${homeRegion}:${otherAccount}:key/${unknownId}`;

const attempts: Attempts = {
  // How a KeyId is read
  "050fc02f88cb": without("Encrypt", { KeyId: "alias/missing", Plaintext: plaintext }, { name: "missing" }),
  "3c1b6faf5de2": without("GenerateMac", { KeyId: "key_id", MacAlgorithm: "HMAC_SHA_256", ...message }),
  d0cad9fb44ce: without("VerifyMac", { KeyId: "key_id", MacAlgorithm: "HMAC_SHA_256", Mac: bytes(32), ...message }),
  "5fceeb539570": without("Encrypt", { KeyId: unknownId, Plaintext: plaintext }, { "key-arn": noKey }),
  "416b7a69e124": without(
    "GenerateDataKey",
    { KeyId: `arn:aws:kms:eu-west-1:${homeAccount}:key/${unknownId}`, KeySpec: "AES_256" },
    { "region-in-arn": "eu-west-1" },
  ),
  "59774bbf026f": without(
    "Encrypt",
    { KeyId: foreignKey, Plaintext: plaintext },
    { "principal-arn": `arn:aws:iam::${homeAccount}:user/Alice` },
  ),

  // Key states
  async "5e515c7ae2ff"(replay) {
    const { keyId, arn } = await createKey(replay.call);
    const { CiphertextBlob } = await replay.call("Encrypt", { KeyId: keyId, Plaintext: plaintext });
    await replay.call("DisableKey", { KeyId: keyId });
    return { attempt: replay.send("Decrypt", { CiphertextBlob }), blanks: { "key-arn": arn } };
  },
  "5024f854df18": on(symmetric, "GenerateDataKey", { KeySpec: "AES_256" }, "ScheduleKeyDeletion"),
  async "8914fbb33289"({ engine, call }) {
    const { keyId, arn } = plantKey(engine, { origin: "EXTERNAL", keyState: "PendingImport" });
    return { attempt: call("Encrypt", { KeyId: keyId, Plaintext: plaintext }), blanks: { "key-arn": arn } };
  },
  "232bba19f93a": on(ecc("ECC_NIST_P256"), "GetPublicKey", {}, "ScheduleKeyDeletion"),
  "16715a35bc2c": on(hmac, "GetPublicKey", {}),

  // Usage and algorithm
  "269414891d57": on(hmac, "Sign", { SigningAlgorithm: "RSASSA_PSS_SHA_256", ...message }),
  "24cd9587eb71": on(symmetric, "Verify", { SigningAlgorithm: "ECDSA_SHA_256", Signature: bytes(64), ...message }),
  "94807a57dcd3": on(rsaKey("RSA_2048", "SIGN_VERIFY"), "Encrypt", { Plaintext: plaintext, EncryptionAlgorithm: oaep }),
  d48df731088d: on(bare("HMAC_224", "GENERATE_VERIFY_MAC"), "GenerateMac", {
    MacAlgorithm: "HMAC_SHA_256",
    ...message,
  }),
  "234ed5dbf21c": on(hmac, "VerifyMac", { MacAlgorithm: "HMAC_SHA_512", Mac: bytes(64), ...message }),
  be79803497bb: on(ecc("ECC_NIST_P256"), "Sign", { SigningAlgorithm: "ECDSA_SHA_384", ...message }),
  "06e7b4759252": on(rsaKey("RSA_2048", "ENCRYPT_DECRYPT"), "GenerateDataKey", { KeySpec: "AES_256" }),

  // Ciphertext of another key, or damaged
  async "23bd401bae53"(replay) {
    const CiphertextBlob = await ciphertextOf(replay);
    const { keyId } = await createKey(replay.call);
    return { attempt: replay.call("Decrypt", { KeyId: keyId, CiphertextBlob }) };
  },
  async b2b6098d1cff(replay) {
    const CiphertextBlob = await ciphertextOf(replay);
    const { keyId } = await createKey(replay.call);
    return { attempt: replay.call("ReEncrypt", { SourceKeyId: keyId, DestinationKeyId: keyId, CiphertextBlob }) };
  },
  async f713510e6f39(replay) {
    const CiphertextBlob = await ciphertextOf(replay, { purpose: "test" });
    return { attempt: replay.call("Decrypt", { CiphertextBlob }) };
  },
  async "0075b828241a"(replay) {
    const { keyId } = await rsaKey("RSA_2048", "ENCRYPT_DECRYPT")(replay);
    const request = { KeyId: keyId, Plaintext: plaintext, EncryptionAlgorithm: oaep } as const;
    const { CiphertextBlob } = await replay.call("Encrypt", request);
    return { attempt: replay.send("Decrypt", { KeyId: keyId, CiphertextBlob }) };
  },
  f5858f43f3ea: without("Decrypt", { EncryptionAlgorithm: oaep, CiphertextBlob: bytes(256) }),
  b85c98e35eaf: on(hmac, "VerifyMac", { MacAlgorithm: "HMAC_SHA_256", Mac: bytes(32), ...message }),

  // Sizes
  "767f1a2926c9": without("GenerateRandom", {}),
  fe3d79e34366: without("GenerateRandom", { NumberOfBytes: 0 }),
  ef14582fb9e7: without("GenerateRandom", { NumberOfBytes: 1025 }),
  a8440b727288: tooLong("RSA_2048", "RSAES_OAEP_SHA_1", 215),
  "3c22acf0d835": tooLong("RSA_2048", "RSAES_OAEP_SHA_256", 191),
  "36924281660c": tooLong("RSA_3072", "RSAES_OAEP_SHA_1", 343),
  "6624ef2323f8": tooLong("RSA_3072", "RSAES_OAEP_SHA_256", 319),
  "0214b3bdae9c": tooLong("RSA_4096", "RSAES_OAEP_SHA_256", 447),
  "2b958978d58a": on(symmetric, "GenerateDataKey", { KeySpec: "AES_256", NumberOfBytes: 32 }),
  "87157829d7a3": badDigest(rsaKey("RSA_2048", "SIGN_VERIFY"), "RSASSA_PSS_SHA_384"),
  d6157229f616: badDigest(rsaKey("RSA_2048", "SIGN_VERIFY"), "RSASSA_PSS_SHA_512"),
  ad11cc0bff8d: badDigest(rsaKey("RSA_2048", "SIGN_VERIFY"), "RSASSA_PKCS1_V1_5_SHA_256"),
  "65e5d403ef96": badDigest(rsaKey("RSA_2048", "SIGN_VERIFY"), "RSASSA_PKCS1_V1_5_SHA_512"),
  f79e45c3992e: badDigest(ecc("ECC_NIST_P384"), "ECDSA_SHA_384"),
  "0fca13d1433b": badDigest(bare("ECC_NIST_EDWARDS25519", "SIGN_VERIFY"), "ED25519_PH_SHA_512"),

  // The contract, before any key is looked up
  "8d5a4d802d71": without("Encrypt", { KeyId: unknownId, Plaintext: bytes(4097) }),
  "0b62cce7fe8f": without("Encrypt", { KeyId: unknownId, Plaintext: bytes(0) }),
  ce4cc0e60d09: without("Encrypt", { KeyId: unknownId }),
  "37182089f702": without("Sign", { KeyId: unknownId, SigningAlgorithm: "ECDSA_SHA_256", Message: bytes(4097) }),
  "15e70bd73a42": without("Sign", { KeyId: unknownId, ...message }),
  "7e1aab30c768": without("Decrypt", { CiphertextBlob: bytes(6145) }),
  a582ce582c9f: without("Encrypt", { KeyId: unknownId, Plaintext: plaintext, EncryptionAlgorithm: "INVALID" }),
  "9133c6009d95": without("Sign", { KeyId: unknownId, SigningAlgorithm: "INVALID", ...message }),
  f6e9682da53b: without("GenerateDataKey", { KeyId: unknownId, KeySpec: "RSA_2048" }),
  "61acddb2ae53": without("GenerateMac", { KeyId: unknownId, MacAlgorithm: "INVALID", ...message }),
};

replayRecorded(recordedPart(answers, "cryptographic"), attempts, {
  "9c7b8a92afeb": "IAM policies are not simulated: the caller is the administrator of the account",
  d2a0a2052494: "IAM policies are not simulated: the caller is the administrator of the account",
  "0ca8880b1b70": "there are no external key stores yet",
});
