// A feed as this reader has it: what it says of itself, whether it is heard, and how the last look at it went.
import type { QuestionChange } from '../claim/changes.ts';
import type { FailureCode } from '../update/failure.ts';
import type { FeedInfo } from '../update/roles.ts';
import type { Rhythm } from '../update/schedule.ts';

/** The feed whose data ships inside the extension. */
export const OWN = 'tallyside';

/**
 * `key` names it on this device and never changes. `address` is the folder of its files; null: it came as a file, or as part
 * of the extension, and is not looked up. `fingerprint` is what was compared when it was added. `on`: its estimates are shown.
 */
export type Feed = Omit<FeedInfo, 'id'> & { key: string; address: string | null; fingerprint: string | null; added: string; on: boolean };

/** What the last update changed, in the order of the questions; `more` of them are not listed. */
export type Update = { from: string; to: string; on: string; changes: QuestionChange[]; more: number };

/**
 * `detail` of a failure is for the feed's maintainers. `vouched`: when a good head was last seen and how long it is good for, ms.
 * `unwanted`: a version the reader went back from. `update`: the last one that changed what is shown; null: none yet.
 */
export type FeedState = {
  rhythm: Rhythm;
  detail: string | null;
  vouched: { at: number; until: number } | null;
  unwanted: string | null;
  update: Update | null;
};

export const NEW_STATE: FeedState = { rhythm: { last: null, failed: 0, failure: null, notBefore: null }, detail: null, vouched: null, unwanted: null, update: null };

/** What a person compares with what the publisher says elsewhere, before anything of the feed is believed. */
export type Offer = FeedInfo & { address: string | null; fingerprint: string; version: string };

/** Why a feed was not added or brought nothing: its own reasons, and those of the look at it. */
export type FeedRefusal = 'not-an-address' | 'there-already' | 'another-fingerprint' | 'too-many' | FailureCode;

export class FeedRefused extends Error {
  override name = 'FeedRefused';
  readonly why: FeedRefusal;

  constructor(why: FeedRefusal, detail = '') {
    super(detail === '' ? why : detail);
    this.why = why;
  }
}
