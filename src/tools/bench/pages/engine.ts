// The engine against bare WebCrypto with the same key, and a big World against a small one. Runs in the page.
import { aliasNameOf, caller, engineOn, keyIdOf, worldOf } from "#tools/bench/bench-world.ts";
import { type BenchRow, benchRow, contest } from "#tools/bench/measure.ts";

const micro = 1000;
const only = <T>(values: Iterable<T>): T => {
  for (const value of values) return value;
  throw new Error("nothing there");
};
/** Bytes of their own ArrayBuffer, as WebCrypto's types want them. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

async function encrypt(): Promise<BenchRow> {
  const { engine, secrets } = engineOn(worldOf({ keys: 1, aliases: 0 }));
  const { KeyMetadata } = await engine.call({ ...caller, operation: "CreateKey", input: {} });
  const KeyId = KeyMetadata?.KeyId ?? "";
  await engine.call({ ...caller, operation: "CreateAlias", input: { AliasName: "alias/finance", TargetKeyId: KeyId } });
  const key = await crypto.subtle.importKey("raw", own(only(secrets.values())), "AES-GCM", false, ["encrypt"]);
  const Plaintext = crypto.getRandomValues(new Uint8Array(1024));
  const { ours, reference } = await contest(
    { rounds: 9, count: 2000 },
    () => engine.call({ ...caller, operation: "Encrypt", input: { KeyId: "alias/finance", Plaintext } }),
    () => crypto.subtle.encrypt({ name: "AES-GCM", iv: crypto.getRandomValues(new Uint8Array(12)) }, key, Plaintext),
  );
  return benchRow("Encrypt 1 KiB by alias / bare AES-GCM", ours * micro, reference * micro, { ratio: 1.25 }, "µs");
}

async function sign(): Promise<BenchRow> {
  const { engine, secrets } = engineOn(worldOf({ keys: 1, aliases: 0 }));
  const spec = { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" } as const;
  const { KeyMetadata } = await engine.call({ ...caller, operation: "CreateKey", input: spec });
  const KeyId = KeyMetadata?.KeyId ?? "";
  await engine.call({ ...caller, operation: "CreateAlias", input: { AliasName: "alias/new-app", TargetKeyId: KeyId } });
  const algorithm = { name: "RSA-PSS", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("pkcs8", own(only(secrets.values())), algorithm, false, ["sign"]);
  const Message = crypto.getRandomValues(new Uint8Array(1024));
  const input = { KeyId: "alias/new-app", Message, SigningAlgorithm: "RSASSA_PSS_SHA_256" } as const;
  const { ours, reference } = await contest(
    { rounds: 9, count: 100 },
    () => engine.call({ ...caller, operation: "Sign", input }),
    () => crypto.subtle.sign({ name: "RSA-PSS", saltLength: 32 }, key, Message),
  );
  return benchRow("Sign RSA_2048 by alias / bare RSA-PSS", ours * micro, reference * micro, { ratio: 1.25 }, "µs");
}

async function describeByAlias(): Promise<BenchRow> {
  const big = engineOn(worldOf({ keys: 2000, aliases: 100_000 })).engine;
  const small = engineOn(worldOf({ keys: 2, aliases: 100 })).engine;
  const { ours, reference } = await contest(
    { rounds: 9, count: 3000 },
    (i) => big.call({ ...caller, operation: "DescribeKey", input: { KeyId: aliasNameOf((i * 7919) % 100_000) } }),
    (i) => small.call({ ...caller, operation: "DescribeKey", input: { KeyId: aliasNameOf(i % 100) } }),
  );
  return benchRow("DescribeKey by alias, 100,000 aliases / 100", ours * micro, reference * micro, { ratio: 1.5 }, "µs");
}

async function createAlias(): Promise<BenchRow> {
  const keys = 3000;
  const big = engineOn(worldOf({ keys, aliases: 100_000 })).engine;
  const small = engineOn(worldOf({ keys, aliases: 100 })).engine;
  const create = (i: number) =>
    ({
      ...caller,
      operation: "CreateAlias",
      // Names fall everywhere in the list, and no key comes near its 50 aliases.
      input: { AliasName: `${aliasNameOf((i * 7919) % 100_000)}-${i}`, TargetKeyId: keyIdOf(i % keys) },
    }) as const;
  const { ours, reference } = await contest(
    { rounds: 9, count: 2000 },
    (i) => big.call(create(i)),
    (i) => small.call(create(i)),
  );
  return benchRow("CreateAlias, 100,000 aliases / 100", ours * micro, reference * micro, { ratio: 1.5 }, "µs");
}

Object.assign(globalThis, { benches: { encrypt, sign, describeByAlias, createAlias } });
