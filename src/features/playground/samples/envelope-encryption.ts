// Envelope encryption by hand: KMS makes a data key, WebCrypto encrypts with it here, and only the encrypted data key is kept.
// KMS never sees the document, which may be far larger than the 4,096 bytes that Encrypt takes.
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from "@aws-sdk/client-kms";

const kms = new KMSClient({});
const EncryptionContext = { document: "annual-report" };

async function aesKey(bytes: Uint8Array | undefined) {
  if (!bytes) throw new Error("KMS answered without a data key");
  const key = await crypto.subtle.importKey("raw", new Uint8Array(bytes), "AES-GCM", false, ["encrypt", "decrypt"]);
  bytes.fill(0); // the plaintext of the data key is needed no longer
  return key;
}

async function seal(text: string) {
  const dataKey = await kms.send(
    new GenerateDataKeyCommand({ KeyId: "alias/finance-key", KeySpec: "AES_256", EncryptionContext }),
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await aesKey(dataKey.Plaintext);
  const content = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  return { encryptedKey: dataKey.CiphertextBlob, iv, content };
}

async function open({ encryptedKey, iv, content }: Awaited<ReturnType<typeof seal>>) {
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: encryptedKey, EncryptionContext }));
  const key = await aesKey(Plaintext);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, content));
}

const document = "A long report. ".repeat(10_000);
const envelope = await seal(document);
console.log("What is stored:", envelope);
console.log("It opens again:", (await open(envelope)) === document);
