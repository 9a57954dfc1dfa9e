// Exports the lock that lets one writer at a time work on a workspace: a Web Lock over all tabs, or a queue in this page
// where there are none (Node, an insecure origin).

const queues = new Map<string, Promise<unknown>>();

function inQueue<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (queues.get(name) ?? Promise.resolve()).then(work);
  const ended = mine.catch(() => undefined); // the next writer does not care how this one ended; its caller does
  queues.set(name, ended);
  return mine;
}

// Node 20 has no navigator, and an insecure origin has no locks, whatever the types say.
const webLocks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;

/** Runs `work` alone among all that use this lock name; answers or throws what it does. */
export function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  return webLocks ? webLocks.request(name, work) : inQueue(name, work);
}

/** Runs `work` under the lock if nobody holds it now, else not at all. Without Web Locks nobody can tell: not at all. */
export async function ifUnlocked(name: string, work: () => Promise<void>): Promise<void> {
  await webLocks?.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}
