// A feed that is not known yet: what it says of itself, proved by its own keys. Whether those are the publisher's is for a
// person to judge, by the fingerprint.
import { look } from '../update/check.ts';
import { openEnvelope } from '../update/envelope.ts';
import { UpdateFailure } from '../update/failure.ts';
import type { Host } from '../update/host.ts';
import { LIMITS, rootFile, unverifiedRoot } from '../update/roles.ts';
import { fingerprintOf, rootOf, type Trust, type TrustStore } from '../update/trust.ts';
import { FeedRefused, type Offer } from './feed.ts';

/** `trust` is what the feed would be believed by, were its fingerprint found to be right. */
export type Met = { offer: Offer; trust: Trust };

/** Looks at the feed from its first root on; keeps nothing. Throws FeedRefused. */
export async function meet(host: Host, address: string | null, now: Date, expired: 'refuse' | 'allow'): Promise<Met> {
  try {
    const trust = passing({ root: await firstRoot(host), head: null, manifest: null });
    const release = await look({ host, trust, floor: null, now, expired });
    const { root } = await trust.read();
    const seen: Trust = { root, head: null, manifest: null };
    return { offer: { ...rootOf(seen).feed, address, fingerprint: await fingerprintOf(rootOf(seen)), version: release.manifest.version }, trust: seen };
  } catch (error) {
    throw refused(error);
  }
}

export const refused = (error: unknown): unknown => (error instanceof UpdateFailure ? new FeedRefused(error.code, error.message) : error);

async function firstRoot(host: Host): Promise<string> {
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await host.get({ name: rootFile(1), limit: LIMITS.root }));
  const root = unverifiedRoot(written);
  await openEnvelope('root', written, root.roles.root);
  return written;
}

/** For a look of which nothing is kept. */
function passing(trust: Trust): TrustStore {
  let kept = trust;
  return { read: () => Promise.resolve(kept), write: (next) => Promise.resolve(void (kept = next)) };
}
