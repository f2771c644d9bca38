import { useState } from 'preact/hooks';
import type { Offer } from '../../../lib/feeds/feed.ts';
import { tell, type FeedBody } from '../../../lib/messages/messages.ts';
import { base64Of } from './base64.ts';
import { Facts } from '../../../lib/ui/Facts.tsx';
import { AddressField, FileButton } from '../../../lib/ui/fields.tsx';
import type { Parts } from '../Options.tsx';
import { failureText } from './feed-words.ts';

type From = Extract<FeedBody, { do: 'offer' }>['from'];
type Seen = { from: From; offer: Offer };

/** Another feed, by its address or a file: first what it says of itself, then a fingerprint to compare, then it is believed. */
export function AddFeed({ words, say, ask }: Parts & { ask(): Promise<void> }) {
  const { t } = words;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [busy, setBusy] = useState<'asking' | 'adding' | null>(null);

  async function run(what: 'asking' | 'adding', body: FeedBody): Promise<Offer | boolean> {
    setProblem(null);
    setBusy(what);
    const told = await tell('feed', body).catch((error: unknown) => ({ refused: 'unreachable' as const, detail: String(error) }));
    setBusy(null);
    if ('refused' in told) setProblem(failureText(told.refused, told.detail, words));
    return 'offer' in told ? told.offer : !('refused' in told);
  }

  async function look(from: From): Promise<void> {
    const offer = await run('asking', { do: 'offer', from });
    if (typeof offer === 'object') setSeen({ from, offer });
  }

  async function add({ from, offer }: Seen): Promise<void> {
    if ((await run('adding', { do: 'add', from, fingerprint: offer.fingerprint })) !== true) return;
    setSeen(null);
    setTyped('');
    say(t('options_feed_done_added', [offer.name]));
    await ask();
  }

  const submit = (event: Event): void => {
    event.preventDefault();
    void look({ typed });
  };

  return (
    <>
      <form onSubmit={submit} noValidate>
        <AddressField
          id="feed-address"
          label={t('options_feed_add')}
          placeholder="https://"
          value={typed}
          problem={problem}
          type={(text) => {
            setTyped(text);
            setProblem(null);
            setSeen(null);
          }}
        >
          <button class="btn" disabled={busy !== null}>{t('options_feed_look')}</button>
          <FileButton plain label={t('options_feed_file')} accept=".claims" disabled={busy !== null} chosen={(file) => void base64Of(file).then((bytes) => look({ file: bytes }))} />
        </AddressField>
      </form>
      {busy !== null && <p class="small" role="status">{t(busy === 'asking' ? 'options_feed_asking' : 'options_feed_adding')}</p>}
      {seen !== null && <Compare words={words} offer={seen.offer} add={() => void add(seen)} cancel={() => setSeen(null)} busy={busy !== null} />}
    </>
  );
}

function Compare({ words: { t }, offer, add, cancel, busy }: Pick<Parts, 'words'> & { offer: Offer; add(): void; cancel(): void; busy: boolean }) {
  return (
    <div class="offer" role="group" aria-labelledby="offer-name">
      <h3 id="offer-name">
        <bdi>{offer.name}</bdi>
      </h3>
      <Facts
        of={[
          [t('options_data_version'), offer.version],
          [t('options_data_licence'), <bdi>{offer.licence}</bdi>],
          [t('options_feed_contact'), offer.contact && <bdi>{offer.contact}</bdi>],
        ]}
      />
      <p class="text">{t('options_feed_compare')}</p>
      <p>
        <code class="fingerprint" dir="ltr">{offer.fingerprint}</code>
      </p>
      <p class="bar">
        <button class="btn primary" disabled={busy} onClick={add}>{t('options_feed_same')}</button>
        <button class="btn plain" onClick={cancel}>{t('options_cancel')}</button>
      </p>
    </div>
  );
}
