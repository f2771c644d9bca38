// The web as the tests' browsers see it: a proxy that serves our pages under any host name and writes down every request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Served = { body: string | Buffer; type?: string; headers?: Record<string, string> };

export type Web = {
  port: number;
  /** Serves this at an address ("http://news.example/a") from now on. */
  serve(address: string, page: Served): void;
  /** Every address asked for since the last call, in order; encrypted ones as "connect host:port". */
  requests(): string[];
  close(): Promise<void>;
};

export async function openWeb(): Promise<Web> {
  const pages = new Map<string, Served>();
  let asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const address = request.url ?? '';
    asked.push(address);
    const page = pages.get(address.replace(/[?#].*$/, ''));
    if (page === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Nothing here');
    response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', 'cache-control': 'no-store', ...page.headers }).end(page.body);
  };
  const server = createServer(answer);
  server.on('connect', (request, socket) => {
    asked.push(`connect ${request.url}`);
    // A browser that is refused may hang up first.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (address, page) => void pages.set(address, page),
    requests() {
      const since = asked;
      asked = [];
      return since;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
