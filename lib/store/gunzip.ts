// Blobs are kept as the gzip bytes they were published as: 100,000 questions take 4 MB instead of 44.

/** Says that compressed bytes are not what they should be: broken, too long, or not UTF-8. */
export class BadGzip extends Error {
  override name = 'BadGzip';
}

/**
 * The text inside `bytes`. Stops as soon as more than `limit` raw bytes have come out, so that a few kilobytes which
 * unpack to gigabytes cost nothing. Throws BadGzip.
 */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
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

/** Other programs make other bytes of the same text: never compare these with published ones. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}
