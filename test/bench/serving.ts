// A host on this machine with one page at a time, for browsers to be measured on.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `scripts`: what the page carries may run; published pages must not run or fetch anything. */
export type Body = { html: string; scripts?: boolean };

export type Serving = { address: string; serve(body: Body): void; close(): void };

export async function openServing(): Promise<Serving> {
  let body: Body = { html: '' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // Only a page that is isolated from others has a clock of microseconds.
    response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
    if (!body.scripts) response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.end(request.url === '/' ? body.html : '');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, serve: (next) => void (body = next), close: () => void server.close() };
}
