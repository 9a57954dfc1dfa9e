// Exports how the end of a batch of calls is told: what was done, and each thing that was refused by its name.
import type { KmsError } from "#kms/index.ts";
import type { Flash, FlashText } from "./flashes.ts";

export interface Refusal<Item> {
  readonly item: Item;
  readonly error: KmsError;
}

export interface BatchResult<Item> {
  readonly done: readonly Item[];
  readonly refused: readonly Refusal<Item>[];
}

export interface BatchWords<Item> {
  /** Names an item whose call was refused. */
  nameOf(item: Item): string;
  succeeded(done: readonly Item[]): FlashText;
  /** Header over the refusals, e.g. "2 of 3 keys could not be disabled". */
  failed(failures: number, total: number): string;
}

/** More would fill the screen; the call log has them all. */
const namedRefusals = 10;

export function batchOutcome<Item>(
  words: BatchWords<Item>,
  { done, refused }: BatchResult<Item>,
): Pick<Flash, "type" | "header" | "text"> {
  if (refused.length === 0) return { type: "success", text: words.succeeded(done) };
  const named = refused.slice(0, namedRefusals).flatMap(
    ({ item, error }, at): FlashText => [
      at === 0 ? "" : "; ",
      { strong: words.nameOf(item) },
      ` (${refusalText(error).replace(/\.$/, "")})`, // the sentence ends behind the parentheses
    ],
  );
  const more = refused.length - namedRefusals;
  return {
    type: done.length > 0 ? "warning" : "error",
    header: words.failed(refused.length, refused.length + done.length),
    text: [
      ...named,
      more > 0 ? `; and ${more} more.` : ".",
      ...(done.length > 0 ? [" ", ...words.succeeded(done)] : []),
    ],
  };
}

/** An error as the console prints it; AWS sends no message with some. */
export function refusalText({ code, message }: KmsError): string {
  return message ? `${code}: ${message}` : code;
}
