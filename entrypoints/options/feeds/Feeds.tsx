import { useEffect } from 'preact/hooks';
import { tell } from '../../../lib/messages/messages.ts';
import { useAnswer } from '../../../lib/ui/answer.ts';
import { Section } from '../../../lib/ui/Section.tsx';
import { Waiting } from '../../../lib/ui/Waiting.tsx';
import type { Parts } from '../Options.tsx';
import { AddFeed } from './AddFeed.tsx';
import { FeedCard } from './FeedCard.tsx';

/** Milliseconds between two questions while something is under way. */
const ASK_AGAIN = 500;

/** The claims databases that are heard: the extension's own first, then those the reader added. */
export function Feeds(parts: Parts) {
  const { t } = parts.words;
  const [feeds, ask] = useAnswer(() => tell('feeds', null), []);
  const busy = typeof feeds === 'object' && feeds.some((f) => f.progress !== null);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void ask(), ASK_AGAIN);
    return () => clearInterval(timer);
  }, [busy]);
  return (
    <Section id="feeds" title={t('options_feeds')}>
      <p class="text">{t('options_feeds_note')}</p>
      {typeof feeds === 'string' ? (
        <Waiting is={feeds} t={t} failed={t('options_feeds_failed')} again={ask} />
      ) : (
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
