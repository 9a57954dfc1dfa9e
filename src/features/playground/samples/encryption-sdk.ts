// The AWS Encryption SDK with a key in each of two Regions, named by alias ARNs. The message can be opened in either Region.
// In a web page of your own, give the keyring credentials: clientProvider: getClient(KMS, { credentials }).
import { buildClient, CommitmentPolicy, KmsKeyringBrowser } from "@aws-crypto/client-browser";

const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

const oregon = "arn:aws:kms:us-west-2:111122223333:alias/finance-key";
const frankfurt = "arn:aws:kms:eu-central-1:111122223333:alias/finance-key";

const encryptor = new KmsKeyringBrowser({ generatorKeyId: oregon, keyIds: [frankfurt] });
const plaintext = new TextEncoder().encode("Invoice 4711");
const { result, messageHeader } = await encrypt(encryptor, plaintext, { encryptionContext: { purpose: "invoice" } });

// The message holds key ARNs, not the aliases: what the aliases meant at the time of encryption.
const keyArns = messageHeader.encryptedDataKeys.map(({ providerInfo }) => providerInfo);
console.log("Encrypted to", result.length, "bytes under", keyArns);

// So a keyring of aliases cannot decrypt. One with the key ARNs can, and so can discovery.
const inFrankfurt = new KmsKeyringBrowser({ keyIds: keyArns.filter((arn) => arn.includes(":eu-central-1:")) });
const opened = await decrypt(inFrankfurt, result);
console.log("Opened in Frankfurt:", new TextDecoder().decode(opened.plaintext));

const discovery = new KmsKeyringBrowser({ discovery: true });
const found = await decrypt(discovery, result);
console.log("Opened by discovery:", new TextDecoder().decode(found.plaintext));

// Whoever decrypts checks the encryption context: it is what the message claims to be for.
console.log("Purpose:", opened.messageHeader.encryptionContext.purpose);

try {
  await decrypt(new KmsKeyringBrowser({ keyIds: [oregon] }), result);
} catch (error) {
  console.warn("With the alias ARN it does not open:", error instanceof Error ? error.message : error);
}
