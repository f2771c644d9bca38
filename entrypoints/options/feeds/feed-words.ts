// How it stands with a feed, in the reader's words.
import type { Words } from '../../../lib/card/words.ts';
import type { FeedRefusal, FeedState } from '../../../lib/feeds/feed.ts';
import type { HeardFeed } from '../../../lib/messages/messages.ts';
import { ageOf } from '../../../lib/update/schedule.ts';

const DAY = 86_400_000;

/** `detail` is the feed's own trouble, told behind the words where it helps whoever publishes it. */
export function failureText(why: FeedRefusal, detail: string, { t }: Words): string {
  const text = t(`options_feed_no_${why.replaceAll('-', '_')}`);
  return detail === '' || detail === why ? text : `${text} (${detail})`;
}

/** "Looked 3 hours ago, nothing new" or why that failed. */
export function lastLook({ rhythm, detail }: FeedState, now: number, words: Words): string {
  const { t, locale } = words;
  if (rhythm.last === null) return t('options_feed_never');
  const ago = agoText(now - rhythm.last, locale);
  return rhythm.failure === null ? t('options_feed_good', [ago]) : t('options_feed_bad', [ago, failureText(rhythm.failure, detail ?? '', words)]);
}

/** Amber once nobody vouches for the data any more, red after sixty days; a feed that came as a file has no such promise. */
export function ageNote({ feed, state }: HeardFeed, now: number, { t, locale }: Words): { note: string; tone: '' | 'aged' | 'old' } {
  if (feed.address === null || state.vouched === null) return { note: '', tone: '' };
  const age = ageOf(state.vouched, now);
  if (age === 'fresh') return { note: '', tone: '' };
  return { note: t('options_feed_stale', [agoText(now - state.vouched.at, locale)]), tone: age === 'red' ? 'old' : 'aged' };
}

function agoText(ms: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (ms < 3_600_000) return format.format(-Math.round(ms / 60_000), 'minute');
  return ms < 2 * DAY ? format.format(-Math.round(ms / 3_600_000), 'hour') : format.format(-Math.round(ms / DAY), 'day');
}
