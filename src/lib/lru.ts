// A bounded map that forgets what was used longest ago.

import { invariant } from "./invariant.ts";

/** A map of at most `capacity` entries. A `get` or `set` makes its entry the youngest; the oldest goes first. */
export class Lru<Key, Value> {
  // A Map keeps the order of insertion, so its first key is always the one used longest ago.
  readonly #entries = new Map<Key, Value>();
  readonly #capacity: number;
  // The youngest entry once more: repeated use of one key, the common case, then moves nothing in the map.
  #youngest: { readonly key: Key; readonly value: Value } | undefined;

  constructor(capacity: number) {
    invariant(Number.isInteger(capacity) && capacity > 0, `a cache holds at least one entry, not ${capacity}`);
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    if (this.#youngest !== undefined && this.#youngest.key === key) return this.#youngest.value;
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    this.#youngest = { key, value };
    if (this.#entries.size <= this.#capacity) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  delete(key: Key): void {
    this.#entries.delete(key);
    if (this.#youngest !== undefined && this.#youngest.key === key) this.#youngest = undefined;
  }
}
