// Exports ShellFiles: the files of the shell in memory. What is written to the paths of a tab's output is no file: it goes out.
import { InMemoryFs } from "just-bash/browser";
import { substitutionPath } from "./shell-program.ts";

export type OutputStream = "out" | "err";

type WriteParameters = Parameters<InMemoryFs["writeFile"]>;

const isOutput = /^\/dev\/sandbox-(.+)-(out|err)$/;

export interface FilesHost {
  output(tab: string, stream: OutputStream, text: string): void;
  /** Commands write here whether they have output or not: the place to let others be heard. */
  breathe(): Promise<void>;
}

export class ShellFiles extends InMemoryFs {
  readonly #host: FilesHost;

  constructor(maxTotalBytes: number, host: FilesHost) {
    super({}, { maxTotalBytes });
    this.#host = host;
  }

  override async appendFile(...[path, content, options]: WriteParameters): Promise<void> {
    const [, tab, stream] = isOutput.exec(path) ?? [];
    if (tab === undefined) return super.appendFile(path, content, options);
    const text = textOf(content);
    if (text !== "") this.#host.output(tab, stream === "err" ? "err" : "out", text);
    await this.#host.breathe();
  }

  override async writeFile(...[path, content, options]: WriteParameters): Promise<void> {
    if (path.startsWith("/dev/fd/") && (await this.exists(substitutionPath))) {
      const bytes = await this.readFileBuffer(substitutionPath);
      await this.rm(substitutionPath);
      return super.writeFile(path, bytes);
    }
    await super.writeFile(path, content, options);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The shell's strings are either text or one character for each byte, and it is not always said which. */
function textOf(content: WriteParameters[1]): string {
  try {
    if (typeof content !== "string") return utf8.decode(content);
    if (/^[\0-\x7f]*$/.test(content) || !/^[\0-\xff]*$/.test(content)) return content;
    return utf8.decode(Uint8Array.from(content, (char) => char.charCodeAt(0)));
  } catch {
    return typeof content === "string" ? content : String.fromCharCode(...content);
  }
}
