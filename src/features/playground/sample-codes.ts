// Exports the code of each sample, as text; each runs on the sample workspace as it is.
import type { SampleId } from "./sample-list.ts";
import encryptThroughAlias from "./samples/encrypt-through-alias.ts?raw";
import encryptionSdk from "./samples/encryption-sdk.ts?raw";
import envelopeEncryption from "./samples/envelope-encryption.ts?raw";
import multiRegionSigner from "./samples/multi-region-signer.ts?raw";
import verifierAndRetarget from "./samples/verifier-and-retarget.ts?raw";

export const sampleCodes: Readonly<Record<SampleId, string>> = {
  encrypt: encryptThroughAlias,
  signer: multiRegionSigner,
  envelope: envelopeEncryption,
  "encryption-sdk": encryptionSdk,
  verifier: verifierAndRetarget,
};
