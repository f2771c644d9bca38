// `claims serve DIR`: a feed on this machine, as a static host would serve it, for trying.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { newestRoot } from '../publish/feed-folder.ts';
import { fingerprintOf } from '../../update/trust.ts';
import { options, told, wholeNumber, type Command } from './command.ts';

/** Only what a feed consists of; nothing else of the folder is given out. */
const FEED_FILE = /^(?:head\.json|root\.\d{1,9}\.json|m\/[0-9a-f]{64}\.json|s\/[0-9a-f]{64}\.json\.gz|p\/[0-9a-f]{64}-[0-9a-f]{64}\.json\.gz|bundle-[\d.]{1,40}\.claims)$/;

export const serve: Command = {
  usage: 'serve DIR [--port N]',
  summary: 'serve a published feed on this machine, for trying; ends with Ctrl-C',
  async run(args) {
    const { values, positionals } = options(args, { port: { type: 'string', default: '0' } }, 1);
    const [folder = ''] = positionals;
    const port = wholeNumber('port', values.port);
    return told(async () => {
      const root = await newestRoot(folder);
      const server = feedServer(folder);
      await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
      console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/  ${root.feed.name}\nfingerprint ${await fingerprintOf(root)}`);
      await new Promise<void>((stopped) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => stopped()).closeAllConnections());
      });
      return 0;
    });
  },
};

/** Headers as docs/hosting.md asks for them: what is named by its hash never changes, the head is asked for again; JSON is compressed on the way, as hosts do. */
export function feedServer(folder: string): Server {
  return createServer((request, response) => void answer(folder, request, response));
}

const EVERYBODY = { 'access-control-allow-origin': '*' };

async function answer(folder: string, { url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = new URL(url ?? '', 'http://localhost').pathname.slice(1);
  const path = join(folder, name);
  const found = FEED_FILE.test(name) ? await stat(path).catch(() => null) : null;
  if (found === null) return void response.writeHead(404, EVERYBODY).end();
  const cache = name === 'head.json' ? 'max-age=3600' : 'immutable, max-age=31536000';
  if (!name.endsWith('.json')) {
    response.writeHead(200, { ...EVERYBODY, 'cache-control': cache, 'content-type': 'application/octet-stream', 'content-length': found.size });
    return void createReadStream(path).pipe(response);
  }
  const packed = /\bgzip\b/.test(String(headers['accept-encoding']));
  const plain = await readFile(path);
  const body = packed ? gzipSync(plain) : plain;
  response.writeHead(200, { ...EVERYBODY, 'cache-control': cache, 'content-type': 'application/json', vary: 'accept-encoding', 'content-length': body.length, ...(packed ? { 'content-encoding': 'gzip' } : {}) });
  response.end(body);
}
