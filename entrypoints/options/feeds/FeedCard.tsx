import { useState } from 'preact/hooks';
import { OWN } from '../../../lib/feeds/feed.ts';
import { tell, type FeedBody, type HeardFeed } from '../../../lib/messages/messages.ts';
import { base64Of } from './base64.ts';
import { Facts } from '../../../lib/ui/Facts.tsx';
import { FileButton } from '../../../lib/ui/fields.tsx';
import { Switch } from '../../../lib/ui/Switch.tsx';
import type { Parts } from '../Options.tsx';
import { LastUpdate } from './LastUpdate.tsx';
import { ageNote, failureText, lastLook } from './feed-words.ts';

type Props = Parts & { heard: HeardFeed; ask(): Promise<void> };

/** One feed: whose it is, how old, how the last look went, and what can be done with it. */
export function FeedCard({ words, say, heard, ask }: Props) {
  const { t, date } = words;
  const { feed, state, version, created, progress } = heard;
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const own = feed.key === OWN;
  const { note, tone } = ageNote(heard, Date.now(), words);

  async function act(body: FeedBody): Promise<void> {
    setProblem(null);
    const answer = tell('feed', body);
    // Asked meanwhile, so that the progress is seen.
    setTimeout(() => void ask(), 100);
    const told = await answer.catch((error: unknown) => ({ refused: 'bad-data' as const, detail: String(error) }));
    if ('refused' in told) {
      if (told.refused !== 'cancelled') setProblem(failureText(told.refused, told.detail, words));
    } else if ('done' in told) say(t(`options_feed_done_${told.done.replace('-', '_')}`, [feed.name]));
    await ask();
  }

  const bring = async (file: File): Promise<void> => act({ do: 'bring', key: feed.key, from: { file: await base64Of(file) } });

  return (
    <article aria-labelledby={`feed-${feed.key}`}>
      <div class="bar">
        <h3 id={`feed-${feed.key}`}>
          <bdi>{feed.name}</bdi>
        </h3>
        {!own && <Switch label={t(feed.on ? 'options_feed_on' : 'options_feed_off')} on={feed.on} turn={(on) => void act({ do: 'turn', key: feed.key, on })} />}
      </div>
      <Facts
        of={[
          [t('options_data_version'), version === null || created === null ? t('options_feed_empty') : `${version} · ${date(created)}`],
          [t('options_feed_looked'), feed.address === null ? t(own ? 'options_feed_with_extension' : 'options_feed_by_file') : lastLook(state, Date.now(), words)],
          [t('options_data_licence'), <bdi>{feed.licence}</bdi>],
          [t('options_feed_contact'), feed.contact && <bdi>{feed.contact}</bdi>],
          [t('options_feed_address'), feed.address && <bdi dir="ltr">{feed.address}</bdi>],
          [t('options_feed_fingerprint'), feed.fingerprint && <code dir="ltr">{feed.fingerprint}</code>],
        ]}
      />
      {note !== '' && <p class={`notice ${tone}`}>{note}</p>}
      {progress !== null && (
        <p class="bar" role="status">
          <span>{progress.all === 0 ? t('options_feed_asking') : t('options_feed_progress', [words.number(progress.done), words.number(progress.all)])}</span>
          <button class="btn" onClick={() => void act({ do: 'cancel', key: feed.key })}>{t('options_feed_stop')}</button>
        </p>
      )}
      <LastUpdate words={words} update={state.update} />
      <p class="bar">
        {feed.address !== null && progress === null && <button class="btn" onClick={() => void act({ do: 'check', key: feed.key })}>{t('options_feed_check')}</button>}
        {feed.address === null && !own && <FileButton label={t('options_feed_bring')} accept=".claims" chosen={(file) => void bring(file)} />}
        {state.update !== null && <button class="btn" onClick={() => void act({ do: 'back', key: feed.key })}>{t('options_feed_back', [state.update.from])}</button>}
        {!own && !leaving && <button class="btn plain" aria-label={t('options_feed_remove_name', [feed.name])} onClick={() => setLeaving(true)}>{t('options_remove')}</button>}
      </p>
      {leaving && (
        <p class="bar notice" role="alert">
          <span>{t('options_feed_remove_sure', [feed.name])}</span>
          <button class="btn" onClick={() => void act({ do: 'remove', key: feed.key })}>{t('options_remove')}</button>
          <button class="btn plain" onClick={() => setLeaving(false)}>{t('options_cancel')}</button>
        </p>
      )}
      <p class="problem" role="alert" hidden={problem === null}>
        {problem}
      </p>
    </article>
  );
}
