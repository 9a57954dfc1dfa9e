// Exports runFuzz: random requests through the HTTP face of real engines, and after each of them the question whether the
// answer is one that KMS may give and whether the World still holds together; in the end, whether a file can keep it.
import { decodeUtf8 } from "#lib/bytes.ts";
import { createRequestHandler, type RequestHandler } from "#protocol/handle-request.ts";
import type { WireRequest } from "#protocol/wire-message.ts";
import { archiveOf, archiveText } from "#storage/archive/export-archive.ts";
import { parseArchive } from "#storage/archive/parse-archive.ts";
import { tableRecords } from "#storage/workspace-contents.ts";
import { createTestEngine, homeAccount, homeRegion, type TestEngine } from "#testing/test-engine.ts";
import { checkAnswer } from "./check-answer.ts";
import { createDice, type Dice } from "./dice.ts";
import { followUps } from "./follow-ups.ts";
import { type FuzzRequest, nextRequest } from "./fuzz-request.ts";
import { brokenByCommit, brokenInWorld } from "./invariants.ts";
import { createMemory, type Memory } from "./memory.ts";

/** How many requests one engine gets; the next session begins with a new one and the next seed. */
export const sessionLength = 1000;
const worldCheckEvery = 100;
const hangAfterMs = 30_000;
const day = 86_400_000;
/** How far the clock may be moved at once: over waiting periods, expiries and rotations. */
const leaps = [1000, 3_600_000, day, 8 * day, 31 * day, 400 * day];

export interface FuzzReport {
  readonly requests: number;
  /** Operation -> how often it was answered with success, and with each error. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Names the seed that repeats the session, and the request. */
export class FuzzFailure extends Error {
  override readonly name = "FuzzFailure";
}

interface Session {
  readonly sandbox: TestEngine;
  readonly handle: RequestHandler;
  readonly memory: Memory;
  readonly dice: Dice;
  /** Errors that no client may see, since the last request. */
  readonly bugs: unknown[];
  readonly note: (operation: string, answer: string) => void;
  commitsSeen: number;
}

/**
 * Sends `count` requests, in sessions of `sessionLength`; session n has the seed `seed + n`.
 * @throws FuzzFailure for the first answer that KMS may not give, hang, or broken World.
 */
export async function runFuzz(count: number, seed: number, onSession?: (sent: number) => void): Promise<FuzzReport> {
  const answers = new Map<string, Map<string, number>>();
  const note = (operation: string, answer: string) => {
    const counts = answers.get(operation) ?? new Map<string, number>();
    answers.set(operation, counts.set(answer, (counts.get(answer) ?? 0) + 1));
  };
  for (let sent = 0, session = seed; sent < count; sent += sessionLength, session++) {
    await runSession(Math.min(sessionLength, count - sent), session, note);
    onSession?.(Math.min(sent + sessionLength, count));
  }
  return { requests: count, answers };
}

async function runSession(count: number, seed: number, note: Session["note"]): Promise<void> {
  const bugs: unknown[] = [];
  const sandbox = createTestEngine({ seed });
  const handle = createRequestHandler(sandbox.engine, {
    defaultAccount: homeAccount,
    defaultRegion: homeRegion,
    reportBug: (bug) => bugs.push(bug),
  });
  const session: Session = {
    sandbox,
    handle,
    memory: createMemory(),
    dice: createDice(seed),
    bugs,
    note,
    commitsSeen: 0,
  };
  let last = "";
  try {
    for (let sent = 0; sent < count; ) {
      if (session.dice.oneIn(60)) sandbox.clock.advance(session.dice.pick(leaps));
      const wave = nextWave(session, count - sent);
      last = wave.map(({ request }) => textOf(request)).join("\n");
      await Promise.all(wave.map((request) => sendOne(session, request)));
      checkCommits(session);
      const sentBefore = sent;
      sent += wave.length;
      const isTime = Math.floor(sentBefore / worldCheckEvery) < Math.floor(sent / worldCheckEvery);
      if (isTime || sent === count) demandNone(brokenInWorld(sandbox));
    }
    await demandReadable(sandbox);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new FuzzFailure(`To repeat: npm run fuzz -- ${count} ${seed}\nAfter the request(s):\n${last}\n${reason}`);
  }
}

/** One request, or now and then three at the same time. */
function nextWave({ memory, dice }: Session, atMost: number): FuzzRequest[] {
  return Array.from({ length: dice.oneIn(5) ? Math.min(3, atMost) : 1 }, () => nextRequest(memory, dice));
}

async function sendOne(session: Session, { operation, input, request }: FuzzRequest): Promise<void> {
  const response = await inTime(session.handle(request));
  if (session.bugs.length > 0) throw session.bugs[0];
  const { outcome, body } = checkAnswer(operation, response);
  session.note(operation, outcome);
  if (outcome !== "success") return;
  session.memory.learn(body);
  if (input) session.memory.expect(await followUps(operation, input, body));
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${hangAfterMs} ms`)), hangAfterMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function checkCommits(session: Session): void {
  const { commits } = session.sandbox;
  demandNone(commits.slice(session.commitsSeen).flatMap((commit) => brokenByCommit(session.sandbox, commit)));
  session.commitsSeen = commits.length;
}

/** Whatever was called, a file of the workspace can be read again. */
async function demandReadable(sandbox: TestEngine): Promise<void> {
  const tables = tableRecords(sandbox.world());
  const contents = { tables, material: sandbox.secrets, history: sandbox.commits };
  await parseArchive(archiveText(archiveOf("Fuzz", contents, sandbox.clock.now())));
}

function demandNone(broken: readonly string[]): void {
  if (broken.length > 0) throw new Error(broken.join("\n"));
}

function textOf({ method, path, headers, body }: WireRequest): string {
  const text = decodeUtf8(body) ?? `bytes ${Array.from(body).join(" ")}`;
  return `${method} ${path} ${JSON.stringify(headers)}\n${text.slice(0, 4000)}`;
}
