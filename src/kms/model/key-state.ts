// Exports which operation a key state allows. Source: AWS KMS developer guide, "Key states of AWS KMS keys", corrected by
// recorded answers (a key pending deletion always answers KMSInvalidStateException, GetPublicKey works on a disabled key).
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeyState, OperationName } from "#kms/contract/types.gen.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { keyArn } from "./arn.ts";

const pendingDeletion = ["PendingDeletion", "PendingReplicaDeletion"] as const;
const cryptographic = ["Disabled", ...pendingDeletion, "PendingImport", "Unavailable", "Creating"] as const;
const enabling = [...pendingDeletion, "PendingImport", "Creating", "Updating"] as const;
const rotating = ["Disabled", ...pendingDeletion, "PendingImport", "Unavailable", "Creating"] as const;

/** The states in which an operation is refused; operations that are not listed work in every state. */
const refusedIn: { readonly [N in OperationName]?: readonly KeyState[] } = {
  CreateAlias: pendingDeletion,
  UpdateAlias: pendingDeletion,
  CreateGrant: ["Disabled", ...pendingDeletion, "PendingImport", "Creating"],
  DisableKey: enabling,
  EnableKey: enabling,
  DisableKeyRotation: rotating,
  EnableKeyRotation: rotating,
  RotateKeyOnDemand: rotating,
  GetParametersForImport: [...pendingDeletion, "Creating", "Updating"],
  ImportKeyMaterial: [...pendingDeletion, "Creating"],
  DeleteImportedKeyMaterial: ["Creating", "Updating"],
  ReplicateKey: ["Disabled", ...pendingDeletion, "PendingImport", "Creating", "Updating"],
  UpdatePrimaryRegion: ["Disabled", ...pendingDeletion, "PendingImport", "Creating", "Updating"],
  ScheduleKeyDeletion: [...pendingDeletion, "Updating"],
  TagResource: pendingDeletion,
  UntagResource: pendingDeletion,
  UpdateKeyDescription: pendingDeletion,
  GetPublicKey: [...pendingDeletion, "PendingImport", "Unavailable", "Creating"],
  Decapsulate: cryptographic,
  Decrypt: cryptographic,
  DeriveSharedSecret: cryptographic,
  Encapsulate: cryptographic,
  Encrypt: cryptographic,
  GenerateDataKey: cryptographic,
  GenerateDataKeyPair: cryptographic,
  GenerateDataKeyPairWithoutPlaintext: cryptographic,
  GenerateDataKeyWithoutPlaintext: cryptographic,
  GenerateMac: cryptographic,
  ReEncrypt: cryptographic,
  Sign: cryptographic,
  Verify: cryptographic,
  VerifyMac: cryptographic,
};

const phrases: Readonly<Record<KeyState, string>> = {
  Enabled: "is enabled.",
  Disabled: "is disabled.",
  PendingDeletion: "is pending deletion.",
  // Simulated: AWS's text for this state is not recorded.
  PendingReplicaDeletion: "is pending replica deletion.",
  PendingImport: "is pending import.",
  Unavailable: "is unavailable.",
  Creating: "is creating.",
  Updating: "is updating.",
};

/** The error with which `operation` refuses a key in its present state; undefined where it does not. */
export function stateRefusal(operation: OperationName, key: KeyRecord): KmsError | undefined {
  if (operation === "CancelKeyDeletion")
    return key.keyState === "PendingDeletion" || key.keyState === "PendingReplicaDeletion"
      ? undefined
      : new KmsError("KMSInvalidStateException", `${keyArn(key)} is not pending deletion.`);
  if (!refusedIn[operation]?.includes(key.keyState)) return undefined;
  const code = key.keyState === "Disabled" ? "DisabledException" : "KMSInvalidStateException";
  return new KmsError(code, `${keyArn(key)} ${phrases[key.keyState]}`);
}

/** @throws KmsError DisabledException or KMSInvalidStateException when the key's state does not allow the operation. */
export function requireState(operation: OperationName, key: KeyRecord): void {
  const refusal = stateRefusal(operation, key);
  if (refusal) throw refusal;
}
