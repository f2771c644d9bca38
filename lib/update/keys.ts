// Ed25519 keys, as the browser's own cryptography knows them (Chrome 137, Firefox 129): no code of ours or anybody's in between.
import { sha256 } from '../store/sha256.ts';
import { fromBase64 } from './base64.ts';

/** The 32 bytes of an Ed25519 public key, base64. */
export type PublicKey = string;

const KEY_BYTES = 32;

export const isPublicKey = (text: string): boolean => fromBase64(text)?.length === KEY_BYTES;

/** SHA-256 of the key's bytes, hex: its name in an envelope. Throws RangeError for what is not a key. */
export function keyIdOf(key: PublicKey): Promise<string> {
  const bytes = fromBase64(key);
  if (bytes?.length !== KEY_BYTES) throw new RangeError('not an Ed25519 public key');
  return sha256(bytes);
}

/** False for whatever is wrong with key or signature. */
export async function verifies(key: PublicKey, signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const raw = fromBase64(key);
  if (raw === null) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, signature, bytes);
  } catch {
    return false;
  }
}

/**
 * What a person compares before a feed is trusted: of the keys that may name all others, in whatever order they are
 * listed. 40 hex digits in groups of four: 160 bits, as many as PGP fingerprints had people compare.
 */
export async function fingerprint(rootKeys: readonly PublicKey[], threshold: number): Promise<string> {
  const text = `tallyside root ${threshold} of ${rootKeys.toSorted().join(' ')}`;
  const digest = await sha256(new TextEncoder().encode(text));
  return digest.slice(0, 40).match(/.{4}/g)?.join(' ') ?? '';
}
