// Exports createKmsFetch: the fetch of the user's code and of its SDK. What goes to KMS is carried to the page, which answers
// from the sandbox; anything else is refused. The frame's policy would stop it too, but says it only in the browser's console.
import { refusedAddress, regionOfHost } from "#features/playground/kms-host.ts";
import { maxRequestsUnderWay, type PageMessage, type WorkerMessage } from "#features/playground/messages.ts";
import { excessOf } from "#features/playground/request-limits.ts";
import type { Activity } from "./activity.ts";

type Answer = Extract<PageMessage, { type: "answer" | "refusal" }>;

interface KmsFetch {
  readonly fetch: typeof fetch;
  /** Takes the page's answer to a request. */
  settle(answer: Answer): void;
}

export function createKmsFetch(send: (message: WorkerMessage) => void, { begin, end }: Activity): KmsFetch {
  const waiting = new Map<number, { answered(response: Response): void; refused(error: unknown): void }>();
  /** Those that wait until the page has answered others: hundreds at once must not bury it. */
  const queue: (() => void)[] = [];
  let count = 0;
  let underWay = 0;
  const sendNext = (): void => {
    while (underWay < maxRequestsUnderWay && queue.length > 0) queue.shift()?.();
  };

  async function kmsFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const address = addressOf(input);
    if (!address || regionOfHost(address) === undefined)
      throw new TypeError(refusedAddress(`fetch to ${address?.host || String(address ?? input)}`));
    const request = new Request(input, init);
    const { method, url, headers, signal } = request;
    signal.throwIfAborted();
    begin();
    try {
      const body = new Uint8Array(await request.arrayBuffer());
      const sent = { method, url, headers: Object.fromEntries(headers), body };
      const excess = excessOf(sent);
      if (excess !== undefined) throw new TypeError(`The request is refused: ${excess}`);
      signal.throwIfAborted();
      count += 1;
      const id = count;
      return await new Promise<Response>((answered, refused) => {
        waiting.set(id, { answered, refused });
        signal.addEventListener("abort", () => {
          waiting.delete(id);
          refused(signal.reason);
        });
        queue.push(() => {
          if (!waiting.has(id)) return; // aborted before it was sent
          underWay += 1;
          send({ type: "request", id, ...sent });
        });
        sendNext();
      });
    } finally {
      end();
    }
  }

  return {
    fetch: kmsFetch,
    settle(answer) {
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      underWay -= 1;
      sendNext();
      if (answer.type === "refusal") request?.refused(new TypeError(answer.message));
      else
        request?.answered(
          new Response(Uint8Array.from(answer.body), { status: answer.status, headers: { ...answer.headers } }),
        );
    },
  };
}

function addressOf(input: RequestInfo | URL): URL | undefined {
  const text = input instanceof Request ? input.url : String(input);
  return URL.canParse(text) ? new URL(text) : undefined;
}
