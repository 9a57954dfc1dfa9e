// Exports the records that make up the World. Times are epoch milliseconds; ids inside a table are made by id.ts.
import type { KeyManagerType, KeySpec, KeyState, KeyUsageType, OriginType } from "#kms/contract/types.gen.ts";

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
  /** 64 hex digits; the secret itself is never in the World, only in the vault under this id. */
  readonly materialId?: string;
  /** SubjectPublicKeyInfo, DER; asymmetric keys only. */
  readonly publicKey?: Uint8Array;
  /** While the key is PendingDeletion. */
  readonly deletionDate?: number;
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

export interface Records {
  readonly keys: KeyRecord;
  readonly aliases: AliasRecord;
  readonly keyPolicies: KeyPolicyRecord;
  readonly tags: TagRecord;
  readonly accounts: AccountRecord;
  readonly settings: SettingsRecord;
}

export type TableName = keyof Records;

export const tableNames = [
  "keys",
  "aliases",
  "keyPolicies",
  "tags",
  "accounts",
  "settings",
] as const satisfies readonly TableName[];
