// Exports nextTask: a pause in long work of the page.

/**
 * After input, timers and drawing have had their turn. Not setTimeout, which is held to 4 ms when it follows itself, and to a
 * second in tabs that are not seen.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
