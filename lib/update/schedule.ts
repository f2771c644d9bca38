// When to look next. Pure: chance and clock come from outside.
import type { FailureCode } from './failure.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Never at the start, when the reader waits for everything at once, and not all readers in the same minute. */
const FIRST = { from: 5 * MINUTE, to: 30 * MINUTE };
/** A day, give or take a fifth: the load on a host is spread by the readers themselves. */
const JITTER = 0.2;
/** "Check now" answers at most so often. */
export const BY_HAND_AGAIN = MINUTE;

/** The file that says a feed is no more is asked once a month, in case it was said by mistake. */
const AFTER_GONE = 30 * DAY;

/** `failed`: checks that failed one after the other; `notBefore`, ms: the host asked us to wait until then. */
export type Rhythm = { last: number | null; failed: number; failure: FailureCode | null; notBefore: number | null };

/** Instant of the next look, ms; `chance` from 0 to 1. */
export function nextLook({ last, failed, failure, notBefore }: Rhythm, now: number, chance: number): number {
  if (last === null) return now + FIRST.from + chance * (FIRST.to - FIRST.from);
  const wait = failure === 'gone' ? AFTER_GONE : failed === 0 ? DAY : Math.min(DAY, HOUR * 2 ** (failed - 1));
  const spread = 1 - JITTER + chance * 2 * JITTER;
  // A clock that was set back would leave us waiting for years.
  const due = Math.min(last, now) + wait * spread;
  return Math.max(due, Math.min(notBefore ?? 0, now + 7 * DAY));
}

/** The rhythm after a look. `retryAfter` in seconds, null when the host did not say. */
export function after(rhythm: Rhythm, now: number, failure: { code: FailureCode; retryAfter: number | null } | null): Rhythm {
  if (failure === null) return { last: now, failed: 0, failure: null, notBefore: null };
  // Somebody pressing "stop" says nothing about the host.
  if (failure.code === 'cancelled') return { ...rhythm, last: now };
  return { last: now, failed: rhythm.failed + 1, failure: failure.code, notBefore: failure.retryAfter === null ? null : now + failure.retryAfter * 1000 };
}

/** Of what is served: `today` is fresh, `amber` once its head has expired, `red` after 60 days without a new one. */
export type Age = 'fresh' | 'amber' | 'red';
const RED = 60 * DAY;

/** `vouched`: when a good head was last seen, `until` how long it was good for, ms. Null: never checked, then the packaged data's day counts. */
export function ageOf(vouched: { at: number; until: number }, now: number): Age {
  if (now - vouched.at >= RED) return 'red';
  return now > vouched.until ? 'amber' : 'fresh';
}
