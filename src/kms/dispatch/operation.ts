// Exports the form of an operation. `resolve` looks up what the request names and may already refuse; it answers what must
// be authorised and how to go on, so that each operation reads top to bottom in AWS's order of checks.
import type { Inputs, OperationName, Outputs } from "#kms/contract/types.gen.ts";
import type { Cryptography } from "#kms/crypto/cryptography.ts";
import type { Requirement } from "#kms/policy/authorize.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";
import type { KeyUse } from "#kms/trail/key-use.ts";
import type { Caller } from "./call.ts";

/** What an operation may look at. `now` is sandbox time in epoch milliseconds. */
export interface Context {
  readonly caller: Caller;
  readonly world: World;
  readonly now: number;
  random(length: number): Uint8Array;
}

export interface CryptoContext extends Context {
  readonly crypto: Cryptography;
  /** The last use of a key that the trail knows of. */
  lastUsage(keyArn: string): Promise<KeyUse | undefined>;
}

/** What a writer may change: records through the draft, secrets by material id. `world` is the draft, as it stands. */
export interface Writing extends Omit<Context, "caller"> {
  readonly draft: WorldDraft;
  keepMaterial(materialId: string, secret: Uint8Array): void;
  destroyMaterial(materialId: string): void;
}

export type WriteContext = Writing & Pick<Context, "caller">;

export interface Plan<R> {
  readonly requires: readonly Requirement[];
  run(): R;
}

interface ReadOperation<N extends OperationName> {
  readonly access: "read";
  resolve(input: Inputs[N], context: Context): Plan<Outputs[N]>;
  /** Work that must be committed before this call can be answered, if any. */
  beforehand?(input: Inputs[N], context: Context): Beforehand | undefined;
}

interface CryptoOperation<N extends OperationName> {
  readonly access: "crypto";
  resolve(input: Inputs[N], context: CryptoContext): Plan<Promise<Outputs[N]>>;
}

interface WriteOperation<N extends OperationName, P> {
  readonly access: "write";
  /** Cryptography that must be done before the lock is taken. */
  prepare?(input: Inputs[N], context: CryptoContext): Promise<P>;
  /** `prepared` is what `prepare` gave; undefined where there is none. */
  resolve(input: Inputs[N], context: WriteContext, prepared: P): Plan<Outputs[N]>;
}

/** `P` is what a writing operation prepares outside the lock. */
export type Operation<N extends OperationName, P = undefined> =
  | ReadOperation<N>
  | CryptoOperation<N>
  | WriteOperation<N, P>;

/** A commit that AWS makes of its own accord: a due deletion, an AWS managed key that comes into being. */
export interface Beforehand {
  readonly eventName: string;
  prepare(context: CryptoContext): Promise<(writing: Writing) => ServiceWork | undefined>;
}

/** What the service did: the keys that its event names, and what CloudTrail tells of it (`serviceEventDetails`). */
export interface ServiceWork {
  readonly details?: Readonly<Record<string, string>>;
  readonly keyArns: readonly string[];
  readonly account: string;
  readonly region: string;
}
