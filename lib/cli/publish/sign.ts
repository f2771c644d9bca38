// Signing: Ed25519 gives the same signature for the same text, so a release can be made again byte for byte.
import { sign } from 'node:crypto';
import { envelopeOf, signedBytes, writeEnvelope, readEnvelope, type SignedKind } from '../../update/envelope.ts';
import { keyIdOf } from '../../update/keys.ts';
import type { SigningKey } from './key-files.ts';

/** The text in an envelope, signed by each of the keys. */
export async function signed(kind: SignedKind, text: string, keys: readonly SigningKey[]): Promise<string> {
  const payload = new Uint8Array(new TextEncoder().encode(text));
  return writeEnvelope(envelopeOf(kind, text, await Promise.all(keys.map((key) => signatureOf(kind, payload, key)))));
}

/** The same envelope with one more signature; as it was when this key has signed it already. Throws UpdateFailure for what is no envelope. */
export async function cosigned(kind: SignedKind, written: string, key: SigningKey): Promise<string> {
  const { payload, envelope } = readEnvelope(kind, written);
  const signature = await signatureOf(kind, payload, key);
  const others = envelope.signatures.filter((s) => s.keyid !== signature.keyid);
  return writeEnvelope({ ...envelope, signatures: [...others, signature].toSorted((a, b) => (a.keyid < b.keyid ? -1 : 1)) });
}

async function signatureOf(kind: SignedKind, payload: Uint8Array<ArrayBuffer>, key: SigningKey): Promise<{ keyid: string; sig: string }> {
  return { keyid: await keyIdOf(key.public), sig: sign(null, signedBytes(kind, payload), key.private).toString('base64') };
}
