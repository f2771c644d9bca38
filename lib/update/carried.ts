// A whole feed in one file, brought along by hand: for a machine that reaches no host. It is believed no more than a host.
import * as z from 'zod/mini';
import { gunzip } from '../store/gunzip.ts';
import { fromBase64 } from './base64.ts';
import { UpdateFailure } from './failure.ts';
import type { Host } from './host.ts';
import { readJson } from './read-json.ts';

/** Bytes unpacked: a feed of 100,000 questions is about 200 MB. */
const MOST = 400_000_000;

const Carried = z.strictObject({ format: z.literal(1), files: z.record(z.string(), z.string()) });

/** Answers like a host from what is in the file. Throws UpdateFailure `malformed` or `too-large`. */
export async function carriedHost(bytes: Uint8Array<ArrayBuffer>): Promise<Host> {
  const text = await gunzip(bytes, MOST).catch((error: unknown) => {
    throw new UpdateFailure('malformed', `this is not a .claims file (${error instanceof Error ? error.message : String(error)})`);
  });
  const read = readJson(Carried, text);
  if ('wrong' in read) throw new UpdateFailure('malformed', `this is not a .claims file (${read.wrong})`);
  const files = new Map(Object.entries(read.value.files));
  return {
    get({ name, limit }) {
      const text = files.get(name);
      const held = text === undefined ? null : name.endsWith('.gz') ? fromBase64(text) : new TextEncoder().encode(text);
      if (held === null) return Promise.reject(new UpdateFailure('unreachable', `${name} is not in the file`));
      if (held.length > limit) return Promise.reject(new UpdateFailure('too-large', `${name}: more than ${limit} bytes`));
      return Promise.resolve(held);
    },
  };
}
