// Exports what the engine asks of the world around it. A browser gives Web Locks and IndexedDB, Node a queue and memory,
// a test a fixed clock and counted randomness.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Cryptography } from "#kms/crypto/cryptography.ts";
import type { Commit } from "#kms/state/diff.ts";
import type { World } from "#kms/state/world.ts";
import type { TrailEvent } from "#kms/trail/event.ts";
import type { KeyUse } from "#kms/trail/key-use.ts";

/** Secrets that go with a commit, saved or destroyed in the same transaction. Never logged, never in the World. */
export interface MaterialChange {
  /** Key material id -> secret bytes (32 or more raw bytes, or PKCS#8). */
  readonly keep: ReadonlyMap<string, Uint8Array>;
  readonly destroy: readonly string[];
}

export interface Ports {
  /** Real time, epoch milliseconds; the engine adds the sandbox's offset. */
  now(): number;
  /** Cryptographically strong bytes. */
  random(length: number): Uint8Array;
  /** Runs one writer at a time, over all tabs of the workspace. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Saves a commit as a whole or not at all; what it has acknowledged is kept.
   * @throws StaleWorldError when another writer has already made a commit of this seq.
   */
  persist(commit: Commit, material: MaterialChange): Promise<void>;
  /** Takes in commits of other writers; true if there were any. */
  catchUp(): Promise<boolean>;
  /** Keeps the record of a call that changed nothing; may be written later, in batches. */
  record(event: TrailEvent): void;
  /** The last use of a key among the recorded events, those that are not written yet included; undefined where there is none. */
  lastUsage(keyArn: string): Promise<KeyUse | undefined>;
  readonly state: {
    get(): World;
    /** @param after the World that the commit leads to: for whoever holds the World that it was made on */
    apply(commit: Commit, after?: World): void;
  };
  readonly vault: {
    /** @throws Error if there is no such material: every key that is not pending import has some. */
    open(materialId: string): Promise<Uint8Array>;
  };
  /** Cryptography that does some of the standard one's work in another way (faster, in Node), with the same results. */
  readonly cryptography?: (standard: Cryptography) => Cryptography;
  /** In tests and development: hold every answer and error against the contract. */
  readonly strict?: boolean;
}

/** Thrown by `persist` when the World that a commit was made on is no longer the newest. */
export class StaleWorldError extends Error {
  override readonly name = "StaleWorldError";
}

/** Thrown by `persist`, `catchUp` and the vault when the storage refused (disk full, database gone); nothing has been saved. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}

/** A failure of the storage as KMS would answer it, with the reason; anything else as it is. */
export function serviceError(error: unknown): unknown {
  return error instanceof StorageError || error instanceof StaleWorldError
    ? new KmsError("KMSInternalException", error.message)
    : error;
}
