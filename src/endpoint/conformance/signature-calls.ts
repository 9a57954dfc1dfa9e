// Exports the conformance of the operations that sign, verify, and agree on secrets.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { cryptographic } from "./key-refusals.ts";
import { agreement, createKey, encapsulation, mac, signing } from "./scene.ts";

const Message = new TextEncoder().encode("message");
const SigningAlgorithm = "ECDSA_SHA_256" as const;
const MacAlgorithm = "HMAC_SHA_256" as const;
const EncapsulationAlgorithm = "ML_KEM" as const;
const KeyAgreementAlgorithm = "ECDH" as const;

/** A public key of the same curve, of nobody that KMS knows. */
async function otherSide(): Promise<{ pair: CryptoKeyPair; PublicKey: Uint8Array }> {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  return { pair, PublicKey: new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)) };
}

export const signatureCalls = {
  Sign: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, { KeySpec: "ML_DSA_44", KeyUsage: "SIGN_VERIFY" });
      const signed = await kms.sign({ KeyId, Message, SigningAlgorithm: "ML_DSA_SHAKE_256" });
      expect(signed).toMatchObject({ KeyId: Arn, SigningAlgorithm: "ML_DSA_SHAKE_256" });
      expect(signed.Signature).toHaveLength(2420);
    },
    refuses: {
      ...cryptographic((kms, KeyId, options) => kms.sign({ KeyId, Message, SigningAlgorithm, ...options }), signing),
      ValidationException: async ({ kms }) =>
        kms.sign({ ...(await createKey(kms, signing)), Message, MessageType: "DIGEST", SigningAlgorithm }),
    },
  },

  Verify: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, signing);
      const { Signature } = await kms.sign({ KeyId, Message, SigningAlgorithm });
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", Message));
      const asDigest = { Message: digest, MessageType: "DIGEST" } as const;
      for (const message of [{ Message }, asDigest])
        expect(await kms.verify({ KeyId, ...message, SigningAlgorithm, Signature })).toMatchObject({
          KeyId: Arn,
          SignatureValid: true,
          SigningAlgorithm,
        });
    },
    refuses: {
      ...cryptographic(async (kms, KeyId, options) => {
        const { KeySpec, Enabled } = (await kms.describeKey({ KeyId })).KeyMetadata ?? {};
        const isSigner = KeySpec === signing.KeySpec && Enabled;
        const Signature = isSigner ? (await kms.sign({ KeyId, Message, SigningAlgorithm })).Signature : Message;
        return kms.verify({ KeyId, Message, SigningAlgorithm, Signature, ...options });
      }, signing),
      KMSInvalidSignatureException: async ({ kms }) => {
        const { KeyId } = await createKey(kms, signing);
        const { Signature } = await kms.sign({ KeyId, Message, SigningAlgorithm });
        return kms.verify({ KeyId, Message: Message.slice(1), SigningAlgorithm, Signature });
      },
    },
  },

  GenerateMac: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, { KeySpec: "HMAC_224", KeyUsage: "GENERATE_VERIFY_MAC" });
      const made = await kms.generateMac({ KeyId, Message, MacAlgorithm: "HMAC_SHA_224" });
      expect(made).toMatchObject({ KeyId: Arn, MacAlgorithm: "HMAC_SHA_224" });
      expect(made.Mac).toHaveLength(28);
    },
    refuses: cryptographic((kms, KeyId, options) => kms.generateMac({ KeyId, Message, MacAlgorithm, ...options }), mac),
  },

  VerifyMac: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, mac);
      const { Mac } = await kms.generateMac({ KeyId, Message, MacAlgorithm });
      const verified = await kms.verifyMac({ KeyId, Message, MacAlgorithm, Mac });
      expect(verified).toMatchObject({ KeyId: Arn, MacValid: true, MacAlgorithm });
    },
    refuses: {
      ...cryptographic(async (kms, KeyId, options) => {
        const { KeySpec, Enabled } = (await kms.describeKey({ KeyId })).KeyMetadata ?? {};
        const isMacKey = KeySpec === mac.KeySpec && Enabled;
        const Mac = isMacKey ? (await kms.generateMac({ KeyId, Message, MacAlgorithm })).Mac : Message;
        return kms.verifyMac({ KeyId, Message, MacAlgorithm, Mac, ...options });
      }, mac),
      KMSInvalidMacException: async ({ kms }) =>
        kms.verifyMac({ ...(await createKey(kms, mac)), Message, MacAlgorithm, Mac: new Uint8Array(32) }),
    },
  },

  DeriveSharedSecret: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, agreement);
      const { pair, PublicKey } = await otherSide();
      const derived = await kms.deriveSharedSecret({ KeyId, KeyAgreementAlgorithm, PublicKey });
      expect(derived).toMatchObject({ KeyId: Arn, KeyAgreementAlgorithm, KeyOrigin: "AWS_KMS" });
      const { PublicKey: ours = new Uint8Array() } = await kms.getPublicKey({ KeyId });
      const curve = { name: "ECDH", namedCurve: "P-256" };
      const publicKey = await crypto.subtle.importKey("spki", Uint8Array.from(ours), curve, false, []);
      const theirs = await crypto.subtle.deriveBits({ name: "ECDH", public: publicKey }, pair.privateKey, 256);
      expect(derived.SharedSecret).toEqual(new Uint8Array(theirs));
    },
    refuses: {
      ...cryptographic(async (kms, KeyId, options) => {
        const { PublicKey } = await otherSide();
        return kms.deriveSharedSecret({ KeyId, KeyAgreementAlgorithm, PublicKey, ...options });
      }, agreement),
      ValidationException: async ({ kms }) =>
        kms.deriveSharedSecret({
          ...(await createKey(kms, agreement)),
          KeyAgreementAlgorithm,
          PublicKey: new Uint8Array(91),
        }),
    },
  },

  Encapsulate: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, encapsulation);
      const made = await kms.encapsulate({ KeyId, EncapsulationAlgorithm });
      expect(made).toMatchObject({ KeyId: Arn, EncapsulationAlgorithm });
      expect(made.SharedSecret).toHaveLength(32);
      expect(made.SharedSecretCiphertextBlob).toHaveLength(1088);
    },
    refuses: cryptographic(
      (kms, KeyId, options) => kms.encapsulate({ KeyId, EncapsulationAlgorithm, ...options }),
      encapsulation,
    ),
  },

  Decapsulate: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms, encapsulation);
      const { SharedSecret, SharedSecretCiphertextBlob } = await kms.encapsulate({ KeyId, EncapsulationAlgorithm });
      const opened = await kms.decapsulate({ KeyId, SharedSecretCiphertextBlob, EncapsulationAlgorithm });
      expect(opened).toMatchObject({ KeyId: Arn, SharedSecret, EncapsulationAlgorithm });
    },
    refuses: {
      ...cryptographic(
        (kms, KeyId, options) =>
          kms.decapsulate({
            KeyId,
            SharedSecretCiphertextBlob: new Uint8Array(1088),
            EncapsulationAlgorithm,
            ...options,
          }),
        encapsulation,
      ),
      InvalidCiphertextException: async ({ kms }) =>
        kms.decapsulate({
          ...(await createKey(kms, encapsulation)),
          SharedSecretCiphertextBlob: new Uint8Array(1087),
          EncapsulationAlgorithm,
        }),
    },
  },
} satisfies Readonly<Record<string, Conformance>>;
