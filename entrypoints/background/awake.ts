import { browser } from 'wxt/browser';

/** Milliseconds; a worker without events is ended after 30 s, whatever it is at. */
const OFTEN = 20_000;

/** Long work that no message waits for. A call of the browser counts as an event: https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#keep_a_service_worker_alive_until_a_long-running_operation_is_finished */
export async function awake<T>(work: Promise<T>): Promise<T> {
  const asking = setInterval(() => void browser.runtime.getPlatformInfo(), OFTEN);
  try {
    return await work;
  } finally {
    clearInterval(asking);
  }
}
