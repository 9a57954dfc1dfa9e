// Exports inspect: a value as a console shows it, on one line when it is short. Written for what the SDK answers: bytes are
// readable, errors have their name and message, and nothing a value does can make it throw or never end.

const maxDepth = 4;
const maxEntries = 100;
const maxBytes = 48;
const maxText = 10_000;
const lineWidth = 76;

/** A console's arguments as one text: strings as they are, the rest inspected. */
export function inspectAll(values: readonly unknown[]): string {
  return values
    .map((value) => (typeof value === "string" ? value : inspect(value)))
    .join(" ")
    .slice(0, maxText);
}

export function inspect(value: unknown): string {
  try {
    return show(value, []);
  } catch {
    return "<a value that cannot be shown>"; // a getter or proxy of the user's that throws
  }
}

function show(value: unknown, above: readonly object[]): string {
  if (typeof value === "string") return above.length === 0 ? value : JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `[${isClass(value) ? "class" : "function"} ${value.name || "(anonymous)"}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (above.includes(value)) return "[circular]";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Error) return showError(value, above);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return showBytes(value);
  if (above.length >= maxDepth) return Array.isArray(value) ? "[...]" : "{...}";
  const inside = [...above, value];
  if (value instanceof Promise) return "Promise { ... }";
  if (Array.isArray(value)) return list("", "[", value, value.length, (item) => show(item, inside), "]");
  if (value instanceof Set)
    return list(`Set(${value.size}) `, "{", value, value.size, (item) => show(item, inside), "}");
  if (value instanceof Map) {
    const pair = ([key, item]: [unknown, unknown]) => `${show(key, inside)} => ${show(item, inside)}`;
    return list(`Map(${value.size}) `, "{", value, value.size, pair, "}");
  }
  if (value instanceof URL) return `URL ${value.href}`;
  if (value instanceof Headers || value instanceof URLSearchParams) {
    const pairs = [...value.entries()];
    const pair = ([name, text]: [string, string]) => `${JSON.stringify(name)} => ${JSON.stringify(text)}`;
    return list(`${value.constructor.name} `, "{", pairs, pairs.length, pair, "}");
  }
  return showObject(value, inside);
}

function showObject(value: object, inside: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  const className = prototype === null ? "[no prototype]" : value.constructor?.name;
  const prefix = className === "Object" || !className ? "" : `${className} `;
  const keys = Object.keys(value);
  const member = (key: string) =>
    `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${show(Reflect.get(value, key), inside)}`;
  return list(prefix, "{", keys, keys.length, member, "}");
}

function list<T>(
  prefix: string,
  open: string,
  items: Iterable<T>,
  count: number,
  showItem: (item: T) => string,
  close: string,
): string {
  const parts: string[] = [];
  for (const item of items) {
    if (parts.length === maxEntries) {
      parts.push(`... ${count - maxEntries} more`);
      break;
    }
    parts.push(showItem(item));
  }
  if (parts.length === 0) return `${prefix}${open}${close}`;
  const line = `${prefix}${open} ${parts.join(", ")} ${close}`;
  if (line.length <= lineWidth && !line.includes("\n")) return line;
  return `${prefix}${open}\n${parts.map((part) => `  ${part.replaceAll("\n", "\n  ")}`).join(",\n")}\n${close}`;
}

/**
 * Name, message and frames; members follow. Of an error of the SDK the request ID alone: the rest repeats what is known, and
 * `$response` is the whole HTTP message.
 */
function showError(error: Error, above: readonly object[]): string {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const requestId = requestIdOf(error);
  const head = `${error.name}: ${error.message}${requestId === undefined ? "" : ` (request ID: ${requestId})`}`;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const text = [head, ...frames].join("\n");
  if (above.length >= maxDepth) return text;
  const inside = [...above, error];
  const hidden = requestId === undefined ? ["name", "message", "stack", "cause", "errors"] : Object.keys(error);
  const own = Object.keys(error).filter((key) => !hidden.includes(key));
  const members = Object.fromEntries(own.map((key) => [key, Reflect.get(error, key)]));
  const parts = own.length === 0 ? [text] : [`${text} ${showObject(members, inside)}`];
  if (error.cause !== undefined) parts.push(`  [cause]: ${indented(show(error.cause, inside))}`);
  if (error instanceof AggregateError)
    parts.push(...error.errors.slice(0, maxEntries).map((one) => `  [error]: ${indented(show(one, inside))}`));
  return parts.join("\n");
}

function requestIdOf(error: Error): string | undefined {
  if (!("$metadata" in error) || typeof error.$metadata !== "object" || error.$metadata === null) return undefined;
  const id: unknown = Reflect.get(error.$metadata, "requestId");
  return typeof id === "string" ? id : undefined;
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n  ");
}

function showBytes(value: ArrayBufferView | ArrayBuffer): string {
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : viewOf(value);
  const hex = Array.from(bytes.subarray(0, maxBytes), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const rest = bytes.length > maxBytes ? ` ... ${bytes.length - maxBytes} more bytes` : "";
  return `${value.constructor.name}(${bytes.length}) [${hex && ` ${hex}${rest} `}]`;
}

function viewOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}
