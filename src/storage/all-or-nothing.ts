// Exports how a transaction is written as a whole or not at all, whatever goes wrong on the way.

interface WriteTransaction {
  readonly done: Promise<void>;
  abort(): void;
  commit(): void;
}

/**
 * Has `ask` put its requests on the list, and waits until they are saved. One that fails or throws, and none is.
 * @throws what went wrong first
 */
export async function allOrNothing(tx: WriteTransaction, ask: (requests: Promise<unknown>[]) => void): Promise<void> {
  const requests: Promise<unknown>[] = [tx.done];
  try {
    ask(requests);
    tx.commit();
  } catch (error) {
    // What had been asked for before the throw would else be committed by itself.
    tx.abort();
    await Promise.allSettled(requests);
    throw error;
  }
  await Promise.all(requests);
}
