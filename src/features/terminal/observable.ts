// Exports Observable: a value that views follow with useSyncExternalStore. Tabs come and go, so they are no store of the page.

export class Observable<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#value = initial;
  }

  readonly get = (): T => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  /** Sets some members. */
  merge(change: Partial<T>): void {
    this.set({ ...this.#value, ...change });
  }
}
