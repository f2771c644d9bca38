// A signed text: DSSE (https://github.com/secure-systems-lab/dsse). What is signed is the type and the text together, so that
// a head can never pass for a manifest; what was verified is the very string that is parsed afterwards.
import * as z from 'zod/mini';
import { fromBase64, toBase64 } from './base64.ts';
import { keyIdOf, verifies, type PublicKey } from './keys.ts';
import { UpdateFailure } from './failure.ts';
import { readJson } from './read-json.ts';

export const TYPES = {
  root: 'application/vnd.tallyside.root+json',
  head: 'application/vnd.tallyside.head+json',
  manifest: 'application/vnd.tallyside.manifest+json',
} as const;
export type SignedKind = keyof typeof TYPES;

/** More signatures than any role of ours can have, twice over: old and new keys of a rotation. */
const MAX_SIGNATURES = 16;

const Envelope = z.strictObject({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.string() })).check(z.minLength(1), z.maxLength(MAX_SIGNATURES)),
});
export type Envelope = z.infer<typeof Envelope>;

/** The bytes a key signs: DSSE's pre-authentication encoding. */
export function signedBytes(kind: SignedKind, payload: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const type = TYPES[kind];
  const head = new TextEncoder().encode(`DSSEv1 ${type.length} ${type} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** The one way an envelope is written; anything else is refused, so that a changed byte is never a matter of taste. */
export const writeEnvelope = ({ payloadType, payload, signatures }: Envelope): string =>
  JSON.stringify({ payloadType, payload, signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig })) });

export const envelopeOf = (kind: SignedKind, text: string, signatures: Envelope['signatures']): Envelope => ({
  payloadType: TYPES[kind],
  payload: toBase64(new TextEncoder().encode(text)),
  signatures,
});

/** A signed text whose signatures were not looked at yet; `text` is not to be believed. Throws UpdateFailure `malformed` or `wrong-type`. */
export function readEnvelope(kind: SignedKind, written: string): { text: string; payload: Uint8Array<ArrayBuffer>; envelope: Envelope } {
  const read = readJson(Envelope, written);
  if ('wrong' in read) throw new UpdateFailure('malformed', `the ${kind} is not a signed envelope: ${read.wrong}`);
  const envelope = read.value;
  if (writeEnvelope(envelope) !== written) throw new UpdateFailure('malformed', `the ${kind} is not a signed envelope as we write it`);
  if (envelope.payloadType !== TYPES[kind]) throw new UpdateFailure('wrong-type', `${envelope.payloadType} stands where a ${kind} belongs`);
  const payload = fromBase64(envelope.payload);
  if (payload === null) throw new UpdateFailure('malformed', `the ${kind} is not base64`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload), payload, envelope };
  } catch {
    throw new UpdateFailure('malformed', `the ${kind} is not UTF-8`);
  }
}

/** Who has to sign: so many of these keys. */
export type Quorum = { keys: readonly PublicKey[]; threshold: number };

/**
 * The text, once every quorum has signed it. Every signature must be by a key of one of them and hold: a stray one is
 * not passed over, so that no byte of an accepted envelope can be otherwise. Throws UpdateFailure.
 */
export async function openEnvelope(kind: SignedKind, written: string, ...quorums: readonly Quorum[]): Promise<string> {
  const { text, payload, envelope } = readEnvelope(kind, written);
  const known = new Map<string, PublicKey>();
  for (const { keys } of quorums) for (const key of keys) known.set(await keyIdOf(key), key);
  const bytes = signedBytes(kind, payload);
  const signers = new Set<string>();
  for (const { keyid, sig } of envelope.signatures) {
    const key = known.get(keyid);
    const signature = fromBase64(sig);
    if (key === undefined || signature === null || signers.has(keyid) || !(await verifies(key, signature, bytes)))
      throw new UpdateFailure('bad-signature', `a signature of the ${kind} does not hold`);
    signers.add(keyid);
  }
  for (const { keys, threshold } of quorums) {
    const ids = await Promise.all(keys.map(keyIdOf));
    const signed = new Set(ids.filter((id) => signers.has(id))).size;
    if (signed < threshold) throw new UpdateFailure('bad-signature', `the ${kind} has ${signed} of the ${threshold} signatures it needs`);
  }
  return text;
}
