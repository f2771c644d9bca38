// What is known for sure about a feed, and the highest numbers it has shown: what keeps an old or a forged release out.
import type { Quorum } from './envelope.ts';
import { fingerprint } from './keys.ts';
import { unverifiedRoot, type Root } from './roles.ts';

/** `root`: the signed root in force, as it was written. The marks only rise, but for a new root that names new keys for them. */
export type Trust = {
  root: string;
  head: { seq: number; sha256: string } | null;
  manifest: { version: string; sha256: string } | null;
};

/** Where it is kept. `write` has taken effect when it returns. */
export type TrustStore = { read(): Promise<Trust>; write(trust: Trust): Promise<void> };

/** The root of `trust`, whose signatures were checked when it was taken in. */
export const rootOf = (trust: Trust): Root => unverifiedRoot(trust.root);

/** What a person compares with what the publisher says elsewhere. */
export const fingerprintOf = ({ roles }: Root): Promise<string> => fingerprint(roles.root.keys, roles.root.threshold);

/** A mark was set under keys that may have been stolen: with them, an attacker can put it out of everybody's reach. */
export function underNewRoot(trust: Trust, root: string, before: Root, after: Root): Trust {
  const headGone = !same(before.roles.head, after.roles.head);
  const dataGone = !same(before.roles.data, after.roles.data);
  return headGone || dataGone ? { root, head: null, manifest: null } : { ...trust, root };
}

const same = (a: Quorum, b: Quorum): boolean => a.threshold === b.threshold && a.keys.toSorted().join(' ') === b.keys.toSorted().join(' ');
