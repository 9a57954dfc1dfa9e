// Exports the engine: the one path that every call takes.
// validate by contract -> settle what is due -> resolve -> authorise -> run -> commit -> trail.
import { KmsError } from "#kms/contract/kms-error.ts";
import { operations as contracts } from "#kms/contract/shapes.gen.ts";
import type { OperationName, Outputs } from "#kms/contract/types.gen.ts";
import { assertOutput, declaresError, validateInput } from "#kms/contract/validate.ts";
import { createCryptography } from "#kms/crypto/cryptography.ts";
import { clockOffset, isEnabledRegion } from "#kms/model/account.ts";
import { newKeyId } from "#kms/model/key.ts";
import { operations } from "#kms/operations/index.ts";
import { authorize, type Requirement } from "#kms/policy/authorize.ts";
import { applyDiff, type World } from "#kms/state/world.ts";
import { eventTime } from "#kms/trail/event-time.ts";
import { type KeyUse, noteKeyUses } from "#kms/trail/key-use.ts";
import { callRecord, serviceRecord } from "#kms/trail/record.ts";
import type { Call } from "./call.ts";
import { changeSandbox, type SandboxRequest } from "./change-sandbox.ts";
import { createCommitter } from "./committer.ts";
import { dueWork } from "./due-work.ts";
import type { CryptoContext, Operation, Plan, ServiceWork, Writing } from "./operation.ts";
import { pooledRandom } from "./pooled-random.ts";
import { type Ports, StorageError, serviceError } from "./ports.ts";

export interface Engine {
  /**
   * Answers a call. Blobs are bytes, timestamps epoch seconds.
   * @throws KmsError what AWS would answer. Any other error is a bug.
   */
  call<N extends OperationName>(call: Call<N>): Promise<Outputs[N]>;
  /** Changes the workspace itself: accounts, Regions, clock, bench. @throws KmsError ValidationException for an impossible change. */
  changeSandbox(change: SandboxRequest): Promise<void>;
  /** Commits what has fallen due by the sandbox clock (deletions, rotations ...). Every call does so first. */
  settle(): Promise<void>;
  /** Sandbox time, epoch milliseconds. */
  now(): number;
  /**
   * The same engine on a World (today's if absent) with ports that keep nothing: for previews and checks. Secrets still come
   * from the vault, which knows only those of today: what needs one that is gone since is answered with KMSInternalException.
   * @param at sandbox time at which its clock stands still, epoch milliseconds: on a past World nothing falls due that had not
   * yet. Without it the clock goes on as that of this engine.
   */
  fork(world?: World, at?: number): Engine;
}

type AnyOperation = Operation<OperationName, unknown>;

export function createEngine(ports: Ports): Engine {
  const standard = createCryptography({ open: (materialId) => ports.vault.open(materialId), random: ports.random });
  const crypto = ports.cryptography?.(standard) ?? standard;
  const now = (): number => ports.now() + clockOffset(ports.state.get());
  // Two ids a call: drawing their randomness in one go for many calls saves most of what the trail costs.
  const idRandom = pooledRandom(ports.random);
  const newId = (): string => newKeyId(idRandom);
  const commit = createCommitter(ports, now, (materialId) => crypto.forget(materialId));

  const context = (call: Call): CryptoContext => ({
    caller: call,
    world: ports.state.get(),
    now: now(),
    random: ports.random,
    crypto,
    lastUsage: (keyArn) => ports.lastUsage(keyArn),
  });

  async function serviceCommit(eventName: string, work: (writing: Writing) => ServiceWork | undefined): Promise<void> {
    await commit((writing) => {
      const done = work(writing);
      return done && { answer: undefined, event: serviceRecord(eventName, done, writing.now, newId) };
    });
  }

  async function settle(): Promise<void> {
    for (let due = dueWork(ports.state.get(), now()); due; due = dueWork(ports.state.get(), now()))
      await serviceCommit(due.eventName, due.work);
  }

  /** A deletion that cannot be saved now is late, as with AWS (up to 24 hours): no reason to refuse a call that can be answered. */
  async function settleIfPossible(): Promise<void> {
    try {
      await settle();
    } catch (error) {
      if (!(error instanceof KmsError)) throw error;
    }
  }

  function proceed<R>(
    call: Call,
    at: { readonly world: CryptoContext["world"] },
    plan: Plan<R>,
    reached: Requirement[],
  ): R {
    reached.push(...plan.requires);
    authorize(at.world, call, plan.requires);
    return plan.run();
  }

  /**
   * Does cryptography. What fails because the key material was destroyed meanwhile is done again on the World that says so,
   * and is then refused as KMS refuses a key without material. What keeps failing is a bug, however often the World changes.
   */
  async function lookingAgain<R>(call: Call, work: (at: CryptoContext) => Promise<R>): Promise<R> {
    for (let triesLeft = 5; ; triesLeft -= 1) {
      const at = context(call);
      try {
        return await work(at);
      } catch (error) {
        if (error instanceof KmsError || triesLeft === 0) throw error;
        if (at.world === ports.state.get() && !(await ports.catchUp())) throw error;
      }
    }
  }

  async function answer<N extends OperationName>(
    call: Call<N>,
    reached: Requirement[],
  ): Promise<{ output: Outputs[N]; isLogged: boolean }> {
    // Hardly ever is anything due: then the call goes on at once.
    if (dueWork(ports.state.get(), now())) await settleIfPossible();
    const operation = operations[call.operation] as unknown as AnyOperation; // the table is checked: entry N handles input N
    const { input } = call;
    if (operation.access === "write") {
      const { prepare } = operation;
      const prepared = prepare && (await lookingAgain(call, (at) => prepare(input, at)));
      const output = await commit((writing) => {
        requirePlace(writing.world, call);
        reached.length = 0;
        const result = proceed(
          call,
          writing,
          operation.resolve(input, { ...writing, caller: call }, prepared),
          reached,
        );
        endDryRun(input); // what has been drafted is thrown away
        return {
          answer: result,
          event: callRecord(call, { changes: true, requirements: reached, output: result }, writing.now, newId),
        };
      });
      return { output: output as Outputs[N], isLogged: true };
    }
    requirePlace(ports.state.get(), call);
    if (operation.access === "crypto") {
      const output = (await lookingAgain(call, (at) => {
        reached.length = 0;
        return proceed(call, at, operation.resolve(input, at), reached);
      })) as Outputs[N];
      // After everything else, cryptography included: a dry run tells whether the request would have succeeded.
      endDryRun(input);
      return { output, isLogged: false };
    }
    const work = operation.beforehand?.(input, context(call));
    if (work) await serviceCommit(work.eventName, await work.prepare(context(call)));
    const at = context(call);
    return { output: proceed(call, at, operation.resolve(input, at), reached) as Outputs[N], isLogged: false };
  }

  /** A secret for a fork. That it is gone is a bug only while the fork's World is still the newest. */
  async function openFor(origin: World, materialId: string): Promise<Uint8Array> {
    try {
      return await ports.vault.open(materialId);
    } catch (error) {
      if (origin === ports.state.get()) throw error;
      throw new StorageError("The key material of that time does not exist any more.", { cause: error });
    }
  }

  return {
    async call(raw) {
      const requirements: Requirement[] = [];
      let call = raw;
      try {
        if (!Object.hasOwn(contracts, raw.operation))
          // Simulated: the body of this answer is not recorded.
          throw new KmsError("UnknownOperationException", `The operation ${raw.operation} is not known.`);
        call = { ...raw, input: validateInput(raw.operation, raw.input) };
        const { output, isLogged } = await answer(call, requirements);
        if (ports.strict) assertOutput(call.operation, output);
        if (!isLogged) ports.record(callRecord(call, { changes: false, requirements, output }, now(), newId));
        return output;
      } catch (thrown) {
        const error = serviceError(thrown);
        if (!(error instanceof KmsError) || !Object.hasOwn(contracts, raw.operation)) throw error;
        if (
          ports.strict &&
          !declaresError(call.operation, error) &&
          !knownDepartures.has(`${call.operation} ${error.code}`)
        )
          throw new Error(
            `${call.operation} answered ${error.code}, which the contract does not declare: ${error.message}`,
          );
        const changes = operations[call.operation].access === "write";
        ports.record(callRecord(call, { changes, requirements, error }, now(), newId));
        throw error;
      }
    },
    async changeSandbox(request) {
      await commit((writing) => {
        const change = changeSandbox(writing, request);
        return { answer: undefined, event: { eventSource: "sandbox", eventTime: eventTime(writing.now), change } };
      });
      await settle();
    },
    settle,
    now,
    fork(origin = ports.state.get(), at) {
      let world = origin;
      const realTime = at === undefined ? undefined : at - clockOffset(origin);
      let last: Promise<unknown> = Promise.resolve();
      const kept = new Map<string, Uint8Array>();
      const uses = new Map<string, KeyUse>();
      return createEngine({
        now: realTime === undefined ? ports.now : () => realTime,
        random: ports.random,
        exclusive(work) {
          const mine = last.then(work);
          last = mine.catch(() => undefined); // who waits for it hears of it; the next writer need not
          return mine;
        },
        persist: async (_commit, material) => {
          for (const [id, secret] of material.keep) kept.set(id, secret);
        },
        catchUp: async () => false,
        record: (event) => noteKeyUses(uses, event),
        lastUsage: async (keyArn) => uses.get(keyArn) ?? ports.lastUsage(keyArn),
        state: {
          get: () => world,
          apply: ({ diff, seq }) => {
            world = applyDiff(world, diff, seq);
          },
        },
        vault: { open: async (id) => kept.get(id) ?? openFor(origin, id) },
      });
    },
  };
}

/** Each account and Region has an endpoint of its own; where there is none, the credentials are good for nothing. */
function requirePlace(world: World, call: Call): void {
  if (!isEnabledRegion(world, call))
    throw new KmsError("UnrecognizedClientException", "The security token included in the request is invalid.");
}

/** @throws KmsError DryRunOperationException where the request asked for it; nothing else has refused it. */
function endDryRun(input: object): void {
  if ("DryRun" in input && input.DryRun === true)
    throw new KmsError("DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");
}

/**
 * Answers of an operation whose model does not declare the error. No recorded answer is one of them. Simulated: Recipient,
 * which AWS would serve, and a marker for ListKeyPolicies, which never gives one.
 */
const knownDepartures: ReadonlySet<string> = new Set([
  "Decrypt UnsupportedOperationException",
  "DeriveSharedSecret UnsupportedOperationException",
  "GenerateDataKey UnsupportedOperationException",
  "ListKeyPolicies InvalidMarkerException",
]);
