// Exports createKmsFetch: the fetch of the user's code and of its SDK. What goes to KMS is carried to the page, which answers
// from the sandbox; anything else is refused. The frame's policy would stop it too, but says it only in the browser's console.
import { refusedAddress, regionOfHost } from "#features/playground/kms-host.ts";
import type { PageMessage, WorkerMessage } from "#features/playground/messages.ts";
import type { Activity } from "./activity.ts";

type Answer = Extract<PageMessage, { type: "answer" | "refusal" }>;

interface KmsFetch {
  readonly fetch: typeof fetch;
  /** Takes the page's answer to a request. */
  settle(answer: Answer): void;
}

export function createKmsFetch(send: (message: WorkerMessage) => void, { begin, end }: Activity): KmsFetch {
  const waiting = new Map<number, { answered(response: Response): void; refused(error: unknown): void }>();
  let count = 0;

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
      count += 1;
      const id = count;
      return await new Promise<Response>((answered, refused) => {
        waiting.set(id, { answered, refused });
        signal.addEventListener("abort", () => {
          waiting.delete(id);
          refused(signal.reason);
        });
        send({ type: "request", id, method, url, headers: Object.fromEntries(headers), body });
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
