// Exports the refusals that depend on the key alone, for one call of an operation that is given a key ID.
import type { CreateKeyCommandInput, KMS } from "@aws-sdk/client-kms";
import type { Conformance } from "./conformance.ts";
import { createKey, deletedKey, disabledKey, missingKeyId } from "./scene.ts";

interface Options {
  readonly DryRun?: boolean;
  readonly GrantTokens?: string[];
}

/** A call that names this key and is right in everything else. */
type Use = (kms: KMS, KeyId: string, options?: Options) => Promise<unknown>;
type Refuses = Conformance["refuses"];
const one = (code: string, provoke: Refuses[string]): Refuses => ({ [code]: provoke });

export const notFound = (use: Use) => one("NotFoundException", ({ kms }) => use(kms, missingKeyId));

/** Operations that manage a key take its ID or ARN, never an alias. */
export const notByAlias = (use: Use) => one("InvalidArnException", ({ kms }) => use(kms, "alias/any"));

export const notDisabled = (use: Use, key?: CreateKeyCommandInput) =>
  one("DisabledException", async ({ kms }) => use(kms, (await disabledKey(kms, key)).KeyId));

export const notDeleted = (use: Use, key?: CreateKeyCommandInput) =>
  one("KMSInvalidStateException", async ({ kms }) => use(kms, (await deletedKey(kms, key)).KeyId));

export const dryRun = (use: Use, key?: CreateKeyCommandInput) =>
  one("DryRunOperationException", async ({ kms }) => use(kms, (await createKey(kms, key)).KeyId, { DryRun: true }));

export const grantToken = (use: Use, key?: CreateKeyCommandInput) =>
  one("InvalidGrantTokenException", async ({ kms }) =>
    use(kms, (await createKey(kms, key)).KeyId, { GrantTokens: ["no-grant-token"] }),
  );

const otherUsage = (use: Use) =>
  one("InvalidKeyUsageException", async ({ kms }) =>
    use(kms, (await createKey(kms, { KeySpec: "ECC_NIST_P384", KeyUsage: "SIGN_VERIFY" })).KeyId),
  );

/** Of the operations that use key material. */
export const cryptographic = (use: Use, key?: CreateKeyCommandInput): Refuses => ({
  ...notFound(use),
  ...notDisabled(use, key),
  ...notDeleted(use, key),
  ...dryRun(use, key),
  ...grantToken(use, key),
  ...otherUsage(use),
});
