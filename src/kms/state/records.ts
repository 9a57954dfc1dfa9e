// Exports the records that make up the World. Times are epoch milliseconds; ids inside a table are made by id.ts.
import type {
  AlgorithmSpec,
  ConnectionErrorCodeType,
  ConnectionStateType,
  CustomKeyStoreType,
  ExpirationModelType,
  GrantOperation,
  ImportState,
  KeyManagerType,
  KeyMaterialState,
  KeySpec,
  KeyState,
  KeyUsageType,
  OriginType,
  RotationType,
  WrappingKeySpec,
  XksProxyConnectivityType,
} from "#kms/contract/types.gen.ts";

export interface KeyRecord {
  readonly account: string;
  readonly region: string;
  /** A UUID, or `mrk-` and 32 hex digits. */
  readonly keyId: string;
  readonly creationDate: number;
  readonly description: string;
  readonly keyManager: KeyManagerType;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsageType;
  readonly keyState: KeyState;
  readonly origin: OriginType;
  readonly multiRegion: boolean;
  /** The current key material: 64 hex digits; the secret itself is never in the World, only in the vault under this id. */
  readonly materialId?: string;
  /** SubjectPublicKeyInfo, DER; asymmetric keys only. */
  readonly publicKey?: Uint8Array;
  /** While the key is PendingDeletion. */
  readonly deletionDate?: number;
  /** While the key is PendingReplicaDeletion: the waiting period that begins when its last replica is gone. */
  readonly pendingDeletionWindowInDays?: number;
  /** Of a multi-Region key: where the primary key is. Related keys have the same account, key ID and key material. */
  readonly primaryRegion?: string;
  /** While automatic rotation is enabled, with `nextRotationDate`. */
  readonly rotationPeriodInDays?: number;
  readonly nextRotationDate?: number;
  /** Once key material has been imported; `validTo` where the first of it to expire does so. */
  readonly expirationModel?: ExpirationModelType;
  readonly validTo?: number;
  readonly customKeyStoreId?: string;
  /** The key of an external key manager that stands behind a key of origin EXTERNAL_KEY_STORE. */
  readonly xksKeyId?: string;
  /** While the key is Unavailable: its state as soon as its custom key store is connected again. */
  readonly stateWhenConnected?: KeyState;
}

/**
 * One key material of a key that has been rotated or takes imported material; the only material that KMS made for a key
 * has no record (see model/key-material.ts).
 */
export interface KeyMaterialRecord {
  readonly account: string;
  readonly region: string;
  readonly keyId: string;
  /** 0 for the first material of the key, then counted up. */
  readonly order: number;
  readonly materialId: string;
  readonly materialState: KeyMaterialState;
  /** When and how it became current; absent for the first one and for one that waits. */
  readonly rotationDate?: number;
  readonly rotationType?: RotationType;
  /** The rest is of imported material only. */
  readonly importState?: ImportState;
  readonly description?: string;
  readonly expirationModel?: ExpirationModelType;
  readonly validTo?: number;
}

/** What GetParametersForImport gave out; the wrapping key itself is in the vault. */
export interface ImportParametersRecord {
  readonly account: string;
  readonly region: string;
  readonly keyId: string;
  /** 32 hex digits, part of the import token. */
  readonly importId: string;
  readonly wrappingAlgorithm: AlgorithmSpec;
  readonly wrappingKeySpec: WrappingKeySpec;
  readonly wrappingMaterialId: string;
  readonly validTo: number;
}

export interface GrantRecord {
  readonly account: string;
  readonly region: string;
  readonly keyId: string;
  /** 64 hex digits. */
  readonly grantId: string;
  readonly creationDate: number;
  /** The account whose principal made the grant. */
  readonly issuingAccount: string;
  readonly operations: readonly GrantOperation[];
  readonly name?: string;
  readonly granteePrincipal?: string;
  readonly retiringPrincipal?: string;
  readonly granteeServicePrincipal?: string;
  readonly retiringServicePrincipal?: string;
  readonly encryptionContextEquals?: Readonly<Record<string, string>>;
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
  readonly sourceArn?: string;
}

export interface CustomKeyStoreRecord {
  readonly account: string;
  readonly region: string;
  /** `cks-` and 17 hex digits. */
  readonly customKeyStoreId: string;
  readonly name: string;
  readonly type: CustomKeyStoreType;
  readonly creationDate: number;
  readonly connectionState: ConnectionStateType;
  readonly connectionErrorCode?: ConnectionErrorCodeType;
  /** While CONNECTING or DISCONNECTING: when that ends. */
  readonly connectionChangeDate?: number;
  readonly cloudHsmClusterId?: string;
  readonly trustAnchorCertificate?: string;
  readonly xksProxyConnectivity?: XksProxyConnectivityType;
  readonly xksProxyAccessKeyId?: string;
  readonly xksProxyUriEndpoint?: string;
  readonly xksProxyUriPath?: string;
  readonly xksProxyVpcEndpointServiceName?: string;
  readonly xksProxyVpcEndpointServiceOwner?: string;
}

export interface AliasRecord {
  readonly account: string;
  readonly region: string;
  /** With its `alias/` prefix. */
  readonly aliasName: string;
  /** Absent for a predefined `alias/aws/...` name that no key stands behind yet. Always a plain key ID. */
  readonly targetKeyId?: string;
  readonly creationDate?: number;
  readonly lastUpdatedDate?: number;
}

export interface KeyPolicyRecord {
  readonly account: string;
  readonly region: string;
  readonly keyId: string;
  readonly policy: string;
}

export interface TagRecord {
  readonly account: string;
  readonly region: string;
  readonly keyId: string;
  readonly tagKey: string;
  readonly tagValue: string;
}

/** An AWS account of the workspace and the Regions that it has enabled. */
export interface AccountRecord {
  readonly account: string;
  readonly name: string;
  readonly enabledRegions: readonly string[];
}

export interface SettingsRecord {
  /** How far the sandbox clock is ahead of real time. */
  readonly clockOffsetMs: number;
}

/**
 * Simulated: something that a call made through an alias, kept with the workspace to see what becomes of it. The key may be
 * gone since. Neither plaintext nor key material is kept: of a data key only its encrypted form.
 */
export interface ArtefactRecord {
  readonly account: string;
  readonly region: string;
  /** A UUID. */
  readonly artefactId: string;
  readonly createdAt: number;
  readonly kind: "ciphertext" | "dataKey" | "signature" | "mac";
  /** The alias that was called, and the key that it meant then. */
  readonly aliasName: string;
  readonly keyId: string;
  /** Of encryption, signing or MAC; absent for a data key. */
  readonly algorithm?: string;
  /** What was signed or authenticated, which whoever verifies must have. */
  readonly message?: Uint8Array;
  readonly blob: Uint8Array;
  readonly label: string;
}

export interface Records {
  readonly keys: KeyRecord;
  readonly aliases: AliasRecord;
  readonly keyPolicies: KeyPolicyRecord;
  readonly tags: TagRecord;
  readonly grants: GrantRecord;
  readonly keyMaterials: KeyMaterialRecord;
  readonly importParameters: ImportParametersRecord;
  readonly customKeyStores: CustomKeyStoreRecord;
  readonly artefacts: ArtefactRecord;
  readonly accounts: AccountRecord;
  readonly settings: SettingsRecord;
}

export type TableName = keyof Records;

export const tableNames = [
  "keys",
  "aliases",
  "keyPolicies",
  "tags",
  "grants",
  "keyMaterials",
  "importParameters",
  "customKeyStores",
  "artefacts",
  "accounts",
  "settings",
] as const satisfies readonly TableName[];
