// Long work of the worker, done a little at a time: a page that asks meanwhile is answered between two slices.

/** Milliseconds: a message waits no longer for what is under way. */
const SLICE = 8;

/** Runs the steps to their end; what waits in the worker gets its turn whenever a slice is used up. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - since < SLICE) continue;
    await turn();
    since = performance.now();
  }
}

/** Lets what waits in the worker have its turn. A timer would wait four milliseconds each time; a message to oneself comes after what is waiting already. */
export function turn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
