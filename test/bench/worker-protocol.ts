// The browser's debugging protocol, spoken with the extension's worker: what its JavaScript holds, and what it is busy with.
import type { BrowserContext } from 'playwright-core';

export type WorkerProtocol = {
  send<T>(method: string, params?: object): Promise<T>;
  /** Asks from now on how much JavaScript holds; `end` answers the most, bytes. */
  watchHeap(): Promise<{ end(): number }>;
  /** Bytes of JavaScript, and with what lies in typed arrays beside it. */
  heapAfterCollection(): Promise<{ script: number; all: number }>;
  /** Writes down every task of the worker from now on; `end` answers how long the processor was at each, ms: others who use the machine do not count. */
  watchTasks(): Promise<{ end(): Promise<number[]> }>;
};

/** Milliseconds. */
const OFTEN = 100;

const TASK = 'ThreadControllerImpl::RunTask';
type Traced = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

/** Throws an Error where there is no worker. */
export async function inWorker(context: BrowserContext): Promise<WorkerProtocol> {
  const browser = context.browser();
  if (browser === null) throw new Error('no browser');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find((t) => t.type === 'service_worker' && t.url.startsWith('chrome-extension://'));
  if (target === undefined) throw new Error('no worker');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const waiting = new Map<number, (reply: { result?: unknown; error?: { message: string } }) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } };
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const send = async <T>(method: string, params: object = {}): Promise<T> => {
    const id = ++last;
    const answered = new Promise<{ result?: unknown; error?: { message: string } }>((answer) => waiting.set(id, answer));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answered;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  };
  const used = async (): Promise<number> => (await send<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
  return {
    send,
    async watchHeap() {
      let most = await used();
      const asking = setInterval(() => void used().then((bytes) => (most = Math.max(most, bytes)), () => undefined), OFTEN);
      return {
        end() {
          clearInterval(asking);
          return most;
        },
      };
    },
    async heapAfterCollection() {
      await send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await send<{ usedSize: number; backingStorageSize: number }>('Runtime.getHeapUsage');
      return { script: usedSize, all: usedSize + backingStorageSize };
    },
    async watchTasks() {
      const events: Traced[] = [];
      const take = ({ value }: { value: object[] }): void => void events.push(...(value as Traced[]).filter((e) => e.name === TASK || e.name === 'thread_name'));
      session.on('Tracing.dataCollected', take);
      await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'], traceBufferSizeInKb: 400_000 }, transferMode: 'ReportEvents' });
      return {
        async end() {
          const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
          await session.send('Tracing.end');
          await complete;
          session.off('Tracing.dataCollected', take);
          const threads = new Set(events.filter((e) => e.args?.name === 'ServiceWorker thread').map((e) => `${e.pid} ${e.tid}`));
          return events.filter((e) => e.name === TASK && threads.has(`${e.pid} ${e.tid}`)).map((e) => (e.tdur ?? 0) / 1000);
        },
      };
    },
  };
}
