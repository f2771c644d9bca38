// A feed's files on somebody's server. Nothing of them is believed here; only what they may cost is bounded.
import { joined } from '../store/joined.ts';
import { UpdateFailure } from './failure.ts';

/** Nothing is sent that tells who asks: no cookies, no referrer; a server that points elsewhere is not followed. */
const ASK: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' };

/** Milliseconds without a byte after which a server is given up. A worker waits 30 s for an answer and is then killed. */
const SILENCE = 10_000;

/** `limit`: bytes after which reading stops. `fresh`: ask the server whether what we hold is still right; other files never change. */
export type Wanted = { name: string; limit: number; fresh?: boolean };
export type Host = { get(wanted: Wanted): Promise<Uint8Array<ArrayBuffer>> };

/** `folder` is where head.json lies. Throws UpdateFailure `unreachable`, `gone`, `too-large` or `cancelled`. */
export function fileHost(folder: string, signal: AbortSignal, request: typeof fetch = fetch): Host {
  return {
    async get({ name, limit, fresh = false }) {
      const silence = new AbortController();
      const heard = (): ReturnType<typeof setTimeout> => setTimeout(() => silence.abort(), SILENCE);
      let timer = heard();
      try {
        const address = new URL(name, folder.endsWith('/') ? folder : `${folder}/`);
        const response = await request(address, { ...ASK, cache: fresh ? 'no-cache' : 'default', signal: AbortSignal.any([signal, silence.signal]) });
        if (response.status === 410) throw new UpdateFailure('gone', `${name}: the server says it is gone`);
        if (!response.ok || response.body === null) throw new UpdateFailure('unreachable', `${name}: the server answered ${response.status}`, retryAfter(response));
        return await readTo(limit, name, response.body, () => {
          clearTimeout(timer);
          timer = heard();
        });
      } catch (error) {
        if (error instanceof UpdateFailure) throw error;
        if (signal.aborted) throw new UpdateFailure('cancelled', `${name}: stopped`);
        throw new UpdateFailure('unreachable', `${name}: ${silence.signal.aborted ? `no byte for ${SILENCE / 1000} s` : String(error)}`);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function readTo(limit: number, name: string, body: ReadableStream<Uint8Array>, heard: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    heard();
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new UpdateFailure('too-large', `${name}: more than ${limit} bytes`);
    }
    parts.push(value);
  }
  return joined(parts);
}

/** Seconds from a Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3); null when there is none to be understood. */
function retryAfter(response: Response): number | null {
  const header = response.headers.get('retry-after');
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.round((at - Date.now()) / 1000));
}
