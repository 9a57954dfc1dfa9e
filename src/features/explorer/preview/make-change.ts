// Exports makeChange: makes the calls of a change for good, tells it in a flash, and can take it back from there.
import { type ChangeCall, callsOf, inverseOf } from "#features/explorer/model/change-calls.ts";
import type { Change } from "#features/explorer/types.ts";
import { KmsError, type World } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { type FlashText, showFlash } from "#store/flashes.ts";
import type { Action } from "#store/use-call.ts";
import { subjectsOf, wordsOf } from "./change-words.ts";

export interface Maker {
  readonly begin: () => Action;
  readonly worldNow: () => World;
  readonly account: string;
}

let count = 0;

/** @throws KmsError when its first call is refused; nothing has been changed then */
export async function makeChange(maker: Maker, change: Change): Promise<void> {
  const { begin, worldNow, account } = maker;
  const before = worldNow();
  const action = begin();
  const calls = callsOf(change, before, account);
  const refusal = await makeCalls(action, calls);
  if (refusal?.made === 0) throw refusal.error;
  count += 1;
  const id = `change-${count}`;
  const inverse = inverseOf(change, before, account).slice(refusal ? -refusal.made : 0);
  const after = stateOf(worldNow(), change, account);
  const undo = (): void => void takeBack(maker, { change, inverse, after, id });
  showFlash({
    id,
    calls: action.calls(),
    subjects: subjectsOf(change, account),
    ...(refusal
      ? { type: "warning", header: "Only a part of the change was made", text: halfText(refusal) }
      : { type: "success", text: wordsOf(change).done }),
    ...(inverse.length > 0 ? { action: { text: "Undo", onClick: undo } } : {}),
  });
}

interface Made {
  readonly change: Change;
  readonly inverse: readonly ChangeCall[];
  /** What the change left. */
  readonly after: string;
  readonly id: string;
}

/** Not when somebody has changed the same things since: that is not to be undone. */
async function takeBack({ begin, worldNow, account }: Maker, { change, inverse, after, id }: Made): Promise<void> {
  const header = "The change could not be undone";
  if (stateOf(worldNow(), change, account) !== after) {
    const text = ["What it changed has been changed again in the meantime."];
    showFlash({ id, type: "error", header, text });
    return;
  }
  showFlash({ id, type: "in-progress", text: ["Undoing the change."] });
  const action = begin();
  const refusal = await makeCalls(action, inverse);
  showFlash({
    id,
    calls: action.calls(),
    subjects: subjectsOf(change, account),
    ...(refusal
      ? { type: "error", header, text: [refusalText(refusal.error)] }
      : { type: "success", text: wordsOf(change).undone }),
  });
}

interface Stopped {
  readonly error: KmsError;
  readonly made: number;
}

async function makeCalls(action: Action, calls: readonly ChangeCall[]): Promise<Stopped | undefined> {
  for (const [made, call] of calls.entries()) {
    try {
      await action.call(call.operation, call.input, { region: call.region });
    } catch (error) {
      if (error instanceof KmsError) return { error, made };
      throw error;
    }
  }
  return undefined;
}

/** Of two calls the second was refused, although the preview said otherwise: somebody was faster. */
const halfText = ({ error }: Stopped): FlashText => [
  `The first call was made, the second was refused (${refusalText(error)}).`,
];

/** The targets and states of what a change touches, to be compared with another World's. */
function stateOf({ tables }: World, change: Change, account: string): string {
  const ids = subjectsOf(change, account);
  return JSON.stringify(
    ids.map((id) => [
      tables.aliases.get(id)?.targetKeyId,
      tables.keys.get(id)?.keyState,
      tables.keys.get(id)?.deletionDate,
    ]),
  );
}
