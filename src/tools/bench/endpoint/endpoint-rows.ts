// Exports the benchmark of the endpoint: requests per second and latencies over real sockets, beside a bare node:http server
// that answers as many bytes. Each server is a process of its own, and so is the client.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type BenchRow, benchRow, type Goal, median } from "#tools/bench/measure.ts";
import { bareRequest, Connection, callRequest } from "./http-client.ts";

/** One unit of work of a connection: a request, or a walk of several. `i` is different each time. */
type Work = (connection: Connection, i: number) => Promise<unknown>;

interface Contestant {
  readonly name: string;
  readonly ours: Work;
  readonly bare: Work;
  readonly goals: { readonly [connections: number]: Goal };
}

const connectionCounts = [1, 8];
const rounds = 5;
const roundMs = 1_000;
const aliasesPerKey = 40;

const projectRoot = fileURLToPath(new URL("../../../../", import.meta.url));

async function startServer(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, url: /http:\/\/[\d.:]+/.exec(line.toString())?.[0] ?? "" };
}

export async function* endpointRows(): AsyncGenerator<BenchRow> {
  const servers = await Promise.all([
    startServer(["src/tools/endpoint.mjs", "--port", "0"]),
    startServer(["src/tools/bench/endpoint/bare-server.mjs"]),
  ]);
  const [ours, bare] = servers;
  try {
    for (const contestant of await contestants(ours.url))
      for (const count of connectionCounts) yield await measure(contestant, count, ours.url, bare.url);
  } finally {
    for (const { child } of servers) child.kill();
  }
}

type Call = (operation: string, input: object) => Promise<Record<string, unknown>>;

const callOn =
  (connection: Connection): Call =>
  async (operation, input) => {
    const body = await connection.send(callRequest(operation, input));
    return body.length === 0 ? {} : JSON.parse(body.toString());
  };

async function createKey(call: Call, input: object = {}): Promise<string> {
  const { KeyMetadata } = (await call("CreateKey", input)) as { KeyMetadata: { KeyId: string } };
  return KeyMetadata.KeyId;
}

async function contestants(url: string): Promise<Contestant[]> {
  const connection = await Connection.open(url);
  const call = callOn(connection);
  const finance = await createKey(call);
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: finance });
  const signing = await createKey(call, { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
  await call("CreateAlias", { AliasName: "alias/new-app", TargetKeyId: signing });

  const same = async (operation: string, input: object): Promise<Pick<Contestant, "ours" | "bare">> => {
    const asked = callRequest(operation, input);
    const answered = await connection.send(asked);
    const plain = bareRequest(answered.length, input);
    return { ours: (on) => on.send(asked), bare: (on) => on.send(plain) };
  };
  const kilobyte = Buffer.alloc(1024, 7).toString("base64");
  const pss = { KeyId: "alias/new-app", Message: kilobyte, SigningAlgorithm: "RSASSA_PSS_SHA_256" };
  const describe = await same("DescribeKey", { KeyId: "alias/finance" });
  const encrypt = await same("Encrypt", { KeyId: "alias/finance", Plaintext: kilobyte });
  const sign = await same("Sign", pss);
  const list = await walks(connection);
  connection.close();
  const plainAlias = bareRequest(0, { AliasName: "alias/bench/100000", TargetKeyId: finance });
  return [
    { name: "DescribeKey by alias", ...describe, goals: { 1: { ratio: 2 } } },
    { name: "Encrypt 1 KiB by alias", ...encrypt, goals: { 8: { ours: 1e6 / 13_000 } } },
    { name: "Sign RSA_2048 PSS by alias", ...sign, goals: {} },
    { name: "ListAliases, 1,000 walked", ...list, goals: {} },
    {
      name: "CreateAlias",
      ours: aliasCreator(),
      bare: (on) => on.send(plainAlias),
      goals: { 1: { ratio: 2 }, 8: { ours: 1e6 / 12_000 } },
    },
  ];
}

/** Makes a new alias each time. A key has at most 50, so one time in forty makes a key for the next ones first. */
function aliasCreator(): Work {
  let made = 0;
  const targets = new Map<Connection, { readonly key: string; left: number }>();
  return async (on) => {
    let target = targets.get(on);
    if (target === undefined || target.left === 0) {
      target = { key: await createKey(callOn(on)), left: aliasesPerKey };
      targets.set(on, target);
    }
    target.left -= 1;
    made += 1;
    return on.send(callRequest("CreateAlias", { AliasName: `alias/bench/${made}`, TargetKeyId: target.key }));
  };
}

/** A walk over the 1,000 aliases of a Region in pages of 100, and as many requests of the same size to the bare server. */
async function walks(connection: Connection): Promise<Pick<Contestant, "ours" | "bare">> {
  const call = callOn(connection);
  let key = "";
  for (let i = 0; i < 1_000; i += 1) {
    if (i % aliasesPerKey === 0) key = await createKey(call);
    await call("CreateAlias", { AliasName: `alias/walk/${i}`, TargetKeyId: key });
  }
  const sizes: number[] = [];
  const walk = async (on: Connection, note?: number[]) => {
    for (let Marker: string | undefined, more = true; more; ) {
      const body = await on.send(callRequest("ListAliases", { Limit: 100, ...(Marker ? { Marker } : {}) }));
      note?.push(body.length);
      const page = JSON.parse(body.toString()) as { NextMarker?: string; Truncated: boolean };
      [Marker, more] = [page.NextMarker, page.Truncated];
    }
  };
  await walk(connection, sizes);
  const plain = sizes.map((size) => bareRequest(size, { Limit: 100 }));
  return {
    ours: (on) => walk(on),
    bare: async (on) => {
      for (const request of plain) await on.send(request);
    },
  };
}

async function measure({ name, ours, bare, goals }: Contestant, count: number, ...urls: string[]): Promise<BenchRow> {
  const sides = await Promise.all(
    urls.map(async (url, side) => ({
      work: side === 0 ? ours : bare,
      connections: await Promise.all(Array.from({ length: count }, () => Connection.open(url))),
      perSecond: [] as number[],
      latencies: [] as number[],
    })),
  );
  // A first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1)
    for (const side of sides) {
      const latencies: number[] = [];
      const started = performance.now();
      await Promise.all(side.connections.map((each) => keepBusy(each, side.work, started + roundMs, latencies)));
      if (round === 0) continue;
      side.perSecond.push((latencies.length * 1000) / (performance.now() - started));
      side.latencies.push(...latencies);
    }
  for (const { connections } of sides) for (const each of connections) each.close();
  const [our, bareSide] = sides;
  const each = (side: typeof our): number => 1e6 / median(side?.perSecond ?? []);
  const title = `${name}, ${count} connection${count === 1 ? "" : "s"}: ${spoken(our)}; bare ${spoken(bareSide)}`;
  return benchRow(title, each(our), each(bareSide), goals[count], "µs");
}

async function keepBusy(connection: Connection, work: Work, until: number, latencies: number[]): Promise<void> {
  for (let i = 0, begin = performance.now(); begin < until; i += 1) {
    await work(connection, i);
    const end = performance.now();
    latencies.push(end - begin);
    begin = end;
  }
}

function spoken(side: { perSecond: number[]; latencies: number[] } | undefined): string {
  const sorted = Float64Array.from(side?.latencies ?? []).sort();
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
  return `${Math.round(median(side?.perSecond ?? [])).toLocaleString("en-US")}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
