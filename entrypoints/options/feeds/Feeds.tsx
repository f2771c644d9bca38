import { useEffect, useState } from 'preact/hooks';
import { tell, type HeardFeed } from '../../../lib/messages/messages.ts';
import { Section } from '../../../lib/ui/Section.tsx';
import type { Parts } from '../Options.tsx';
import { AddFeed } from './AddFeed.tsx';
import { FeedCard } from './FeedCard.tsx';

/** Milliseconds between two questions while something is under way. */
const ASK_AGAIN = 500;

/** The claims databases that are heard: the extension's own first, then those the reader added. */
export function Feeds(parts: Parts) {
  const { t } = parts.words;
  const [feeds, setFeeds] = useState<HeardFeed[] | 'reading' | 'failed'>('reading');
  const ask = (): Promise<void> => tell('feeds', null).then(setFeeds, () => setFeeds('failed'));
  const busy = Array.isArray(feeds) && feeds.some((f) => f.progress !== null);
  useEffect(() => void ask(), []);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void ask(), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [busy]);
  return (
    <Section id="feeds" title={t('options_feeds')}>
      <p class="text">{t('options_feeds_note')}</p>
      {feeds === 'reading' && <p class="small" role="status">{t('options_data_reading')}</p>}
      {feeds === 'failed' && (
        <div class="notice old" role="alert">
          <p>{t('options_feeds_failed')}</p>
          <p>
            <button class="btn" onClick={() => void ask()}>{t('options_again')}</button>
          </p>
        </div>
      )}
      {Array.isArray(feeds) && (
        <ul class="feeds">
          {feeds.map((heard) => (
            <li key={heard.feed.key}>
              <FeedCard {...parts} heard={heard} ask={ask} />
            </li>
          ))}
        </ul>
      )}
      <AddFeed {...parts} ask={ask} />
    </Section>
  );
}
