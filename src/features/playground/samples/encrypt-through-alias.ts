// Encrypts and decrypts through an alias.
// Region and credentials come from the environment, as on a server. Here the environment is the Region picker and the account:
// choose another Region and run the same code again. alias/finance-key means another key there.
import { DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";

const kms = new KMSClient({});
const context = { report: "november" }; // not secret, but Decrypt needs exactly the same

const encrypted = await kms.send(
  new EncryptCommand({
    KeyId: "alias/finance-key",
    Plaintext: new TextEncoder().encode("Revenue: 1,250,000"),
    EncryptionContext: context,
  }),
);
console.log("Encrypted under", encrypted.KeyId);
console.log("Ciphertext", encrypted.CiphertextBlob);

// The ciphertext names its key, so Decrypt needs no KeyId: it still works after the alias has moved to another key.
const decrypted = await kms.send(
  new DecryptCommand({ CiphertextBlob: encrypted.CiphertextBlob, EncryptionContext: context }),
);
console.log("Decrypted with", decrypted.KeyId);
console.log("Plaintext:", new TextDecoder().decode(decrypted.Plaintext));
