// Blobs are kept as the gzip bytes they were published as: 100,000 questions take 4 MB instead of 44.

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
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  // What is wrong with the bytes is told to the reader as well.
  pour(bytes, writable.getWriter()).catch(() => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let raw = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      raw += value.byteLength;
      if (raw > limit) throw new BadGzip(`more than ${limit} bytes unpacked`);
      text += decoder.decode(value, { stream: true });
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
