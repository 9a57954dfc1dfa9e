import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, type TestCall } from "#testing/test-engine.ts";
import { contentsOf } from "#testing/world-contents.ts";
import { StaleWorldError, StorageError } from "./ports.ts";

const alias = (TargetKeyId: string, name = "finance") => ({ AliasName: `alias/${name}`, TargetKeyId });
const unchecked = (call: TestCall) => call as (operation: string, input: unknown) => Promise<unknown>;

describe("a call", () => {
  test("is refused for an operation that KMS does not have", async () => {
    const call = unchecked(createTestEngine().as());

    for (const operation of ["MakeCoffee", "constructor", "__proto__"])
      expect((await refusal(call(operation, {}))).code).toBe("UnknownOperationException");
  });

  test("is refused in a Region that the account has not enabled, and works once it has", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as("af-south-1");
    expect((await refusal(call("ListKeys", {}))).code).toBe("UnrecognizedClientException");

    await sandbox.engine.changeSandbox({ type: "EnableRegion", account: "111122223333", region: "af-south-1" });

    expect((await call("ListAliases", {})).Aliases).toHaveLength(14);
  });

  test("is validated before anything is looked up or drawn", async () => {
    const sandbox = createTestEngine();

    await refusal(unchecked(sandbox.as())("CreateKey", { KeySpec: "nonsense" }));

    expect([sandbox.commits.length, sandbox.secrets.size]).toEqual([0, 0]);
  });

  test("is a single commit, saved before it is answered", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as());
    const before = sandbox.world().seq;

    await sandbox.as()("CreateAlias", alias(keyId));

    expect(sandbox.commits.at(-1)).toMatchObject({ seq: before + 1, at: sandbox.clock.now() });
    expect(Object.keys(sandbox.commits.at(-1)?.diff ?? {})).toEqual(["aliases"]);
    expect(sandbox.world().seq).toBe(before + 1);
  });

  test("changes nothing when it is refused", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as());
    await sandbox.as()("CreateAlias", alias(keyId));
    const before = contentsOf(sandbox.world());

    await refusal(sandbox.as()("CreateAlias", alias(keyId)));

    expect(contentsOf(sandbox.world())).toEqual(before);
    expect(sandbox.commits).toHaveLength(2);
  });

  test("of many at a time writes in turn: one of them gets the name", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as());

    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => sandbox.as()("CreateAlias", alias(keyId))),
    );

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("saving", () => {
  test("that fails answers KMSInternalException with the storage's own sentence and changes nothing", async () => {
    const sandbox = createTestEngine({
      ports: {
        persist: async () => {
          throw new StorageError("The disk is full.");
        },
      },
    });
    const before = contentsOf(sandbox.world());

    expect(await refusal(sandbox.as()("CreateKey", {}))).toEqual({
      code: "KMSInternalException",
      message: "The disk is full.",
    });
    expect(contentsOf(sandbox.world())).toEqual(before);
  });

  test("begins anew on the newer World when another tab was faster", async () => {
    let isBehind = true;
    let tries = 0;
    const sandbox = createTestEngine({
      ports: {
        persist: async () => {
          tries++;
          if (isBehind) throw new StaleWorldError("another tab was faster");
        },
        catchUp: async () => {
          const wasBehind = isBehind;
          isBehind = false;
          return wasBehind;
        },
      },
    });

    expect((await sandbox.as()("CreateKey", {})).KeyMetadata?.Enabled).toBe(true);
    expect(tries).toBe(2);
  });

  test("looks at the newest World before it refuses", async () => {
    const other = createTestEngine();
    const { keyId } = await createKey(other.as());
    let arrived = false;
    const sandbox = createTestEngine({
      ports: {
        catchUp: async () => {
          if (arrived) return false;
          arrived = true;
          const [commit] = other.commits;
          if (commit) sandbox.ports.state.apply(commit);
          return true;
        },
      },
    });

    expect(await sandbox.as()("CreateAlias", alias(keyId))).toBeUndefined();
  });
});

describe("a fork", () => {
  const caller = { account: "111122223333", region: "us-east-1", principal: "arn:aws:iam::111122223333:root" };

  test("uses the keys there are and leaves nothing behind", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId } = await createKey(call);
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId: keyId, Plaintext: encodeUtf8("x") });
    const before = [contentsOf(sandbox.world()), sandbox.commits.length, sandbox.events.length, sandbox.secrets.size];
    const fork = sandbox.engine.fork();

    const made = await fork.call({ ...caller, operation: "CreateKey", input: {} });
    const KeyId = made.KeyMetadata?.KeyId ?? "";
    await fork.call({ ...caller, operation: "CreateAlias", input: alias(KeyId) });
    await fork.call({ ...caller, operation: "Encrypt", input: { KeyId: "alias/finance", Plaintext: encodeUtf8("y") } });
    await fork.call({ ...caller, operation: "ScheduleKeyDeletion", input: { KeyId: keyId } });

    expect([contentsOf(sandbox.world()), sandbox.commits.length, sandbox.events.length, sandbox.secrets.size]).toEqual(
      before,
    );
    expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toEqual(encodeUtf8("x"));
    expect((await refusal(call("DescribeKey", { KeyId }))).code).toBe("NotFoundException");
  });

  test("writes in turn as well", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as());
    const fork = sandbox.engine.fork();

    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => fork.call({ ...caller, operation: "CreateAlias", input: alias(keyId) })),
    );

    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("of a past World answers as things were then", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId, arn } = await createKey(call);
    await call("CreateAlias", alias(keyId));
    const past = sandbox.world();
    await call("DeleteAlias", { AliasName: "alias/finance" });
    await call("DisableKey", { KeyId: keyId });
    const input = { KeyId: "alias/finance", Plaintext: encodeUtf8("x") };

    const answer = await sandbox.engine.fork(past).call({ ...caller, operation: "Encrypt", input });

    expect(answer.KeyId).toBe(arn);
    expect(await refusal(call("Encrypt", input))).toMatchObject({ code: "NotFoundException" });
  });

  test("of a past World stands still at its time: what was not due then has not happened", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId } = await createKey(call);
    await call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    const past = sandbox.world();
    const then = sandbox.engine.now();
    await call("CancelKeyDeletion", { KeyId: keyId });
    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 8 * 86_400_000 });
    const input = { KeyId: keyId, Plaintext: encodeUtf8("x") };

    const fork = sandbox.engine.fork(past, then);

    expect(fork.now()).toBe(then);
    expect(await refusal(fork.call({ ...caller, operation: "Encrypt", input }))).toMatchObject({
      code: "KMSInvalidStateException",
    });
  });

  test("of a past World says which material does not exist any more", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId } = await createKey(call);
    const past = sandbox.world();
    await call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(8 * 86_400_000);
    await sandbox.engine.settle();
    const input = { KeyId: keyId, Plaintext: encodeUtf8("x") };

    const answer = sandbox.engine.fork(past).call({ ...caller, operation: "Encrypt", input });

    expect(await refusal(answer)).toMatchObject({
      code: "KMSInternalException",
      message: "The key material of that time does not exist any more.",
    });
  });
});

describe("calls beside other tabs and a failing storage", () => {
  test("refuse a key for a Region that another tab has disabled meanwhile", async () => {
    const region = "af-south-1";
    const other = createTestEngine();
    await other.engine.changeSandbox({ type: "EnableRegion", account: homeAccount, region });
    const enabled = other.world();
    await other.engine.changeSandbox({ type: "DisableRegion", account: homeAccount, region });
    const [disabling] = other.commits.slice(-1);
    const sandbox = createTestEngine({
      world: enabled,
      ports: {
        persist: async (commit) => {
          if (disabling && commit.seq === disabling.seq) throw new StaleWorldError("another tab was faster");
        },
        catchUp: async () => {
          const isNew = disabling !== undefined && sandbox.world().seq < disabling.seq;
          if (isNew) sandbox.ports.state.apply(disabling);
          return isNew;
        },
      },
    });

    expect((await refusal(sandbox.as(region)("CreateKey", {}))).code).toBe("UnrecognizedClientException");
    expect(sandbox.world().tables.keys.size).toBe(0);
  });

  test("are answered although a due deletion cannot be saved", async () => {
    let isFull = false;
    const secrets = new Map<string, Uint8Array>();
    const sandbox = createTestEngine({
      ports: {
        persist: async (_commit, { keep }) => {
          if (isFull) throw new StorageError("The disk is full.");
          for (const [id, secret] of keep) secrets.set(id, secret);
        },
        vault: { open: async (id) => secrets.get(id) ?? new Uint8Array() },
      },
    });
    const call = sandbox.as();
    const { keyId } = await createKey(call);
    const due = await createKey(call);
    await call("ScheduleKeyDeletion", { KeyId: due.keyId, PendingWindowInDays: 7 });
    isFull = true;
    sandbox.clock.advance(8 * 24 * 60 * 60 * 1000);

    await expect(call("Encrypt", { KeyId: keyId, Plaintext: Uint8Array.of(1) })).resolves.toBeDefined();
    expect((await refusal(call("DisableKey", { KeyId: keyId }))).message).toBe("The disk is full.");
  });

  test("name the reason when the vault cannot be read", async () => {
    const sandbox = createTestEngine({
      ports: { vault: { open: () => Promise.reject(new StorageError("The database is gone.")) } },
    });
    const { keyId } = await createKey(sandbox.as());

    const answer = await refusal(sandbox.as()("Encrypt", { KeyId: keyId, Plaintext: Uint8Array.of(1) }));
    expect(answer).toEqual({ code: "KMSInternalException", message: "The database is gone." });
  });
});
