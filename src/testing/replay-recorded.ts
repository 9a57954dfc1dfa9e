// Exports the replay of recorded answers of AWS: each is provoked for real and compared code for code, text for text.
import { expect, test } from "vitest";
import { refusal } from "./refusal.ts";
import { createTestEngine, homeAccount, homeRegion, type TestCall, type TestEngine } from "./test-engine.ts";

export interface RecordedAnswer {
  readonly id: string;
  readonly operation: string;
  readonly situation: string;
  readonly code: string;
  /** With `<blanks>` where an account, a Region, a key or a name stood. */
  readonly message: string;
}

/** The answers in parts, one test file each. An answer belongs to the first part that matches its operation. */
const parts = {
  alias: /Alias$/,
  grant: /Grants?$/,
  rotation: /Rotat/,
  import: /Import/,
  multiRegion: /^(?:ReplicateKey|UpdatePrimaryRegion)$/,
  dataKeyPair: /^(?:GenerateDataKeyPair.*|DeriveSharedSecret)$/,
  cryptographic: /^(?:Encrypt|Decrypt|ReEncrypt|Sign|Verify|VerifyMac|GetPublicKey|Generate.+)$/,
  key: /./,
} as const;

export function recordedPart(answers: readonly RecordedAnswer[], part: keyof typeof parts): RecordedAnswer[] {
  const partOf = (operation: string) => Object.entries(parts).find(([, pattern]) => pattern.test(operation))?.[0];
  return answers.filter(({ operation }) => partOf(operation) === part);
}

/** A fresh engine and its calls. */
export interface Replay {
  readonly engine: TestEngine;
  readonly call: TestCall;
  /** For requests that the types forbid. */
  send(operation: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** What is tried, and what fills the blanks of the recorded text; Region and account are filled in anyway. */
export interface Attempt {
  readonly attempt: Promise<unknown>;
  readonly blanks?: Readonly<Record<string, string>>;
}

export type Attempts = Readonly<Record<string, (replay: Replay) => Promise<Attempt> | Attempt>>;

/**
 * Registers one test per answer, and one that says that attempts and excuses together are exactly the answers.
 * @param notReplayed answer id -> why it cannot be provoked here
 */
export function replayRecorded(
  answers: readonly RecordedAnswer[],
  attempts: Attempts,
  notReplayed: Readonly<Record<string, string>> = {},
): void {
  test("replays every recorded answer or says why it cannot", () => {
    const dealtWith = [...Object.keys(attempts), ...Object.keys(notReplayed)].sort();
    expect(dealtWith).toEqual(answers.map(({ id }) => id).sort());
  });

  for (const answer of answers) {
    const attemptOf = attempts[answer.id];
    if (!attemptOf) continue;
    test(`answers ${answer.operation} as AWS does: ${answer.situation} (${answer.id})`, async () => {
      const engine = createTestEngine();
      const call = engine.as();
      const { attempt, blanks } = await attemptOf({ engine, call, send: call as Replay["send"] }); // the same call, unchecked
      expect(await refusal(attempt)).toEqual({ code: answer.code, message: fill(answer.message, blanks ?? {}) });
    });
  }
}

function fill(message: string, blanks: Readonly<Record<string, string>>): string {
  const all: Readonly<Record<string, string>> = { region: homeRegion, account: homeAccount, ...blanks };
  return message.replace(/<([a-z-]+)>/g, (blank, name: string) => all[name] ?? blank);
}
