// Exports the HTTP messages as this folder sees them, whatever carries them: the page, a Node server, a test.

export interface WireRequest {
  readonly method: string;
  /** From `/` on; a query string counts as part of it. */
  readonly path: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for an operation without output. */
  readonly body: Uint8Array;
}
