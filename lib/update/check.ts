// One look at a feed, in the order of TUF's client workflow: root, head, manifest. Each step is believed only when the
// step before it vouches for it; what was learnt is kept at once, so that being stopped never lets anything slip back.
import { compareVersions } from '../store/pointer.ts';
import { sha256 } from '../store/sha256.ts';
import { Manifest } from './bundle.ts';
import { openEnvelope } from './envelope.ts';
import { UpdateFailure } from './failure.ts';
import type { Host } from './host.ts';
import { Head, HEAD_FILE, LIMITS, manifestFile, parseSigned, quorumOf, Root, rootFile, SCHEMA, unverifiedHead, unverifiedRoot } from './roles.ts';
import { rootOf, underNewRoot, type Trust, type TrustStore } from './trust.ts';

/** A feed changes its root about once a year; one that asks for more steps at once is leading us on. */
const MOST_ROOTS = 64;

/**
 * `floor`: no version below it is taken, whatever is signed: that of the packaged data. `now`: one instant for the whole
 * look, never before the build of this extension. `expired: 'allow'` is for a file somebody brings along: the day it was
 * signed for may have passed, the signature has not.
 */
export type Look = { host: Host; trust: TrustStore; floor: string | null; now: Date; expired: 'refuse' | 'allow' };

/** A verified manifest: its text, and what it says. */
export type Release = { text: string; manifest: Manifest; head: Head; root: Root };

/** What the feed offers now, proved. Throws UpdateFailure. */
export async function look(at: Look): Promise<Release> {
  const headText = text(await at.host.get({ name: HEAD_FILE, limit: LIMITS.head, fresh: true }), 'head');
  const root = await walkRoots(at, unverifiedHead(headText).root);
  const head = await believeHead(at, root, headText);
  return { ...(await believeManifest(at, root, head)), head, root };
}

/** From the root we trust to the newest, one signed step at a time: each must be vouched for by the one before it and by itself. */
async function walkRoots({ host, trust, now, expired }: Look, newest: number): Promise<Root> {
  let root = rootOf(await trust.read());
  if (newest - root.version > MOST_ROOTS) throw new UpdateFailure('malformed', `root ${newest} is ${newest - root.version} steps ahead`);
  while (root.version < newest) {
    const name = rootFile(root.version + 1);
    const written = text(await host.get({ name, limit: LIMITS.root }), 'root');
    const next = unverifiedRoot(written);
    await openEnvelope('root', written, quorumOf(root, 'root'), quorumOf(next, 'root'));
    if (next.version !== root.version + 1) throw new UpdateFailure('mix-and-match', `${name} calls itself ${next.version}`);
    if (next.feed.id !== root.feed.id) throw new UpdateFailure('mix-and-match', `${name} is the root of another feed`);
    await trust.write(underNewRoot(await trust.read(), written, root, next));
    root = next;
  }
  if (expired === 'refuse' && new Date(root.expires) <= now) throw new UpdateFailure('frozen', `root ${root.version} was good until ${root.expires}`);
  return root;
}

async function believeHead({ trust, floor, now, expired }: Look, root: Root, written: string): Promise<Head> {
  const head = parseSigned(Head, await openEnvelope('head', written, quorumOf(root, 'head')), 'head');
  if (head.feed !== root.feed.id) throw new UpdateFailure('mix-and-match', 'the head belongs to another feed');
  const known = await trust.read();
  const digest = await sha256(new TextEncoder().encode(written));
  if (head.root !== root.version) throw new UpdateFailure('head-rollback', `the head was signed under root ${head.root}`);
  if (known.head !== null && head.seq < known.head.seq) throw new UpdateFailure('head-rollback', `head ${head.seq} after head ${known.head.seq}`);
  if (known.head !== null && head.seq === known.head.seq && digest !== known.head.sha256) throw new UpdateFailure('equivocation', `two heads ${head.seq}`);
  if (expired === 'refuse' && new Date(head.expires) <= now) throw new UpdateFailure('frozen', `the head was good until ${head.expires}`);
  if (head.minSchema > SCHEMA) throw new UpdateFailure('needs-newer-extension', `the data is of form ${head.minSchema}`);
  checkVersion(head.manifest, known, floor);
  await trust.write({ ...known, head: { seq: head.seq, sha256: digest } });
  return head;
}

function checkVersion({ version, sha256: digest }: Head['manifest'], known: Trust, floor: string | null): void {
  if (floor !== null && compareVersions(version, floor) < 0) throw new UpdateFailure('rollback', `version ${version} is older than the packaged ${floor}`);
  if (known.manifest === null) return;
  const order = compareVersions(version, known.manifest.version);
  if (order < 0) throw new UpdateFailure('rollback', `version ${version} after ${known.manifest.version}`);
  if (order === 0 && digest !== known.manifest.sha256) throw new UpdateFailure('equivocation', `two versions ${version}`);
}

async function believeManifest({ host, trust }: Look, root: Root, { manifest: named }: Head): Promise<{ text: string; manifest: Manifest }> {
  const bytes = await host.get({ name: manifestFile(named.sha256), limit: named.length });
  if (bytes.length !== named.length || (await sha256(bytes)) !== named.sha256) throw new UpdateFailure('mix-and-match', 'the manifest is not the one the head names');
  const signed = await openEnvelope('manifest', text(bytes, 'manifest'), quorumOf(root, 'data'));
  const manifest = parseSigned(Manifest, signed, 'manifest');
  if (manifest.version !== named.version) throw new UpdateFailure('mix-and-match', `the manifest calls itself ${manifest.version}`);
  await trust.write({ ...(await trust.read()), manifest: { version: named.version, sha256: named.sha256 } });
  return { text: signed, manifest };
}

function text(bytes: Uint8Array<ArrayBuffer>, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UpdateFailure('malformed', `the ${name} is not UTF-8`);
  }
}
