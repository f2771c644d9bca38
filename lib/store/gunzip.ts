// Blobs are kept as the gzip bytes they were published as: they take a seventh of their text.
import { joined } from './joined.ts';

/** Says that compressed bytes are not what they should be: broken, too long, or not UTF-8. */
export class BadGzip extends Error {
  override name = 'BadGzip';
}

/** Compressed bytes given to be unpacked at a time; most blobs are no longer. */
const PIECE = 1 << 15;

/**
 * The text inside `bytes`. Stops as soon as more than `limit` raw bytes have come out, so that a few kilobytes which
 * unpack to gigabytes cost nothing. Throws BadGzip.
 */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  await eachPiece(bytes, limit, (piece) => (text += decoder.decode(piece, { stream: true })));
  return text + decodeWith(decoder);
}

/** The same as bytes: of a text that is hashed as well they are needed, and to write them out again takes as long as to unpack them. */
export async function gunzipBytes(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  await eachPiece(bytes, limit, (piece) => pieces.push(piece));
  return joined(pieces);
}

/** Throws BadGzip for what is not UTF-8. */
export const textOf = (bytes: Uint8Array): string => decodeWith(new TextDecoder('utf-8', { fatal: true }), bytes);

function decodeWith(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new BadGzip(String(error));
  }
}

async function eachPiece(bytes: Uint8Array<ArrayBuffer>, limit: number, use: (piece: Uint8Array) => unknown): Promise<void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  // What is wrong with the bytes is told to the reader as well.
  pour(bytes, writable.getWriter()).catch(() => undefined);
  let raw = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      raw += value.byteLength;
      if (raw > limit) throw new BadGzip(`more than ${limit} bytes unpacked`);
      use(value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof BadGzip ? error : new BadGzip(String(error));
  }
}

/** In pieces, each when the one before has been read: given whole, all would be unpacked before anybody could say stop. */
async function pour(bytes: Uint8Array<ArrayBuffer>, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await writer.ready;
    await writer.write(bytes.subarray(at, at + PIECE));
  }
  await writer.close();
}

/** Other programs make other bytes of the same text: never compare these with published ones. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}
