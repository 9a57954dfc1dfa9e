// Exports what an error of KMS means, in plain words: AWS's own messages are short, and some errors come without any.
import type { KmsErrorCode } from "#kms/index.ts";
import type { CryptoOperation } from "./crypto-operation.ts";

type Explanation = string | ((operation: CryptoOperation) => string);

const explanations: { readonly [C in KmsErrorCode]?: Explanation } = {
  NotFoundException:
    "KMS found no key by this key ID. It looks only in the account and Region of the call; see how the key ID was resolved to find the step where it ended.",
  InvalidArnException: "The ARN is not one that this operation can use. See how the key ID was resolved.",
  DisabledException: "The key is disabled. Enable it on its detail page, or name another key.",
  KMSInvalidStateException:
    "The key is in a state in which it cannot be used, such as pending deletion. Its detail page shows the state.",
  KeyUnavailableException: "The key cannot be reached at the moment. AWS advises to try again.",
  InvalidKeyUsageException: (operation) =>
    `The key is there, but it is not made for ${operation}, or not for the algorithm that was sent. A key has one key usage for life, and its key spec decides on the algorithms.`,
  UnsupportedOperationException: (operation) =>
    operation === "GetPublicKey"
      ? "Symmetric keys, HMAC keys among them, have no public key."
      : "This key, or this sandbox, does not support what was asked for.",
  IncorrectKeyException:
    "The ciphertext was made under another key than the one that the key ID names now. If an alias was retargeted since then, leave the key ID empty, or name the key by its ID or ARN.",
  InvalidCiphertextException: (operation) =>
    operation === "Decrypt" || operation === "ReEncrypt"
      ? "The ciphertext cannot be decrypted: it is damaged or incomplete, or the encryption context is not exactly the one it was made with, letter case included. KMS does not tell which."
      : "The ciphertext is damaged or incomplete.",
  KMSInvalidSignatureException:
    "The signature is not one of this key over this message: the key, the message, the message type, the algorithm or the signature differs from those of Sign. An alias that was retargeted in between names another key.",
  KMSInvalidMacException:
    "The MAC is not one of this key over this message: the key, the message, the algorithm or the MAC differs from those of GenerateMac.",
  ValidationException: "KMS looked at the request only and found a value that it never takes. The message names it.",
  AccessDeniedException:
    "The caller may not do this with this key. KMS also answers so when a key of another account, or one named by ciphertext, does not exist, so that nobody can find out.",
  DryRunOperationException:
    "Everything was checked and nothing was done: without the dry run, the request would succeed.",
  UnrecognizedClientException: "The account of the call does not exist, or has not enabled this Region.",
  KMSInternalException:
    "Something inside KMS failed. AWS advises to try again. In this sandbox it is mostly the browser's storage, and the message tells how.",
};

export function explainError(operation: CryptoOperation, code: KmsErrorCode): string | undefined {
  const explanation = explanations[code];
  return typeof explanation === "function" ? explanation(operation) : explanation;
}
