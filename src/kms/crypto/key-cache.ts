// The bounded cache of imported CryptoKeys, one entry per key material (or per public key).

import { Lru } from "#lib/lru.ts";

/** The keys imported from one material. WebCrypto ties an RSA key to one padding and hash, so there may be several. */
interface Slot {
  readonly ready: Map<string, CryptoKey>;
  readonly loading: Map<string, Promise<CryptoKey>>;
}

/**
 * CryptoKeys by owner (a material id, or the bytes of a public key as text) and purpose (an algorithm name). `find` is
 * synchronous, so that a key in use costs a call no extra turn of the event loop.
 */
export class KeyCache {
  readonly #slots: Lru<string, Slot>;

  constructor(capacity: number) {
    this.#slots = new Lru(capacity);
  }

  /** The key if it is at hand. */
  find(owner: string, purpose: string): CryptoKey | undefined {
    return this.#slots.get(owner)?.ready.get(purpose);
  }

  /** The key, made by `create` when it is not at hand; calls that come meanwhile share the one that is being made. */
  load(owner: string, purpose: string, create: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const slot = this.#slotOf(owner);
    const underWay = slot.loading.get(purpose);
    if (underWay !== undefined) return underWay;
    const loading = fill(slot, purpose, create);
    slot.loading.set(purpose, loading);
    return loading;
  }

  /**
   * Drops every key of the owner. A load still under way ends in the dropped slot, where nobody will find it, so material
   * that was deleted meanwhile does not come back.
   */
  forget(owner: string): void {
    this.#slots.delete(owner);
  }

  #slotOf(owner: string): Slot {
    const known = this.#slots.get(owner);
    if (known !== undefined) return known;
    const slot: Slot = { ready: new Map(), loading: new Map() };
    this.#slots.set(owner, slot);
    return slot;
  }
}

async function fill(slot: Slot, purpose: string, create: () => Promise<CryptoKey>): Promise<CryptoKey> {
  try {
    const key = await create();
    slot.ready.set(purpose, key);
    return key;
  } finally {
    slot.loading.delete(purpose); // also after a failure, so that the next call tries again
  }
}
