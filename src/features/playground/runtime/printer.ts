// Exports createPrinter: the way of the console's lines to the page, as many at a time as the page can show.
import { maxLineCharacters, type PrintLevel, type WorkerMessage } from "#features/playground/messages.ts";

/** What may be on its way. An endless loop that prints must not bury the page in messages. */
const maxUnderWay = { lines: 400, characters: 100_000 };
/** What is kept meanwhile: of a flood of lines the last are the ones to know. */
const maxKept = { lines: 200, characters: 50_000 };

interface Line {
  readonly level: PrintLevel;
  readonly text: string;
}

export interface Printer {
  print(level: PrintLevel, text: string): void;
  /** The page has shown so many lines, of so many characters. */
  read(lines: number, characters: number): void;
  /** Sends what is kept, however much is on its way: the code has ended. */
  flush(): void;
}

export function createPrinter(send: (message: WorkerMessage) => void): Printer {
  let lines = 0;
  let characters = 0;
  let kept: Line[] = [];
  let keptCharacters = 0;
  let dropped = 0;

  const hasRoom = (text: string): boolean =>
    lines < maxUnderWay.lines && characters + text.length <= maxUnderWay.characters;
  const post = ({ level, text }: Line): void => {
    lines += 1;
    characters += text.length;
    send({ type: "print", level, text });
  };
  const keep = (line: Line): void => {
    kept.push(line);
    keptCharacters += line.text.length;
    while (kept.length > maxKept.lines || keptCharacters > maxKept.characters) {
      // Errors stay as long as there is anything else to leave out.
      const [out] = kept.splice(
        Math.max(
          0,
          kept.findIndex(({ level }) => level !== "error"),
        ),
        1,
      );
      keptCharacters -= out?.text.length ?? 0;
      dropped += 1;
    }
  };
  const flush = (): void => {
    if (dropped > 0) send({ type: "dropped", count: dropped });
    dropped = 0;
    for (const line of kept) post(line);
    kept = [];
    keptCharacters = 0;
  };
  return {
    print(level, whole) {
      const line = { level, text: whole.slice(0, maxLineCharacters) };
      if (kept.length === 0 && hasRoom(line.text)) post(line);
      else keep(line);
    },
    read(readLines, readCharacters) {
      lines -= readLines;
      characters -= readCharacters;
      // All at once, or their order and the count of those left out would not be true.
      if (lines <= maxUnderWay.lines / 2 && characters <= maxUnderWay.characters / 2) flush();
    },
    flush,
  };
}
