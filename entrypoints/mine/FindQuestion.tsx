import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { byId } from '../../lib/claim/by-id.ts';
import type { Known } from '../../lib/mine/mine.ts';
import { findQuestions, MOST_FOUND } from '../../lib/mine/find.ts';
import type { Words } from '../../lib/card/words.ts';

/** A question of the extension, to which an estimate is added. */
export function FindQuestion({ known, words, choose, leave }: { known: Known; words: Words; choose(question: string): void; leave(): void }) {
  const { t, plural } = words;
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const found = findQuestions(typed, known);
  const event = byId(known.events);
  return (
    <>
      <h1>{t('mine_find')}</h1>
      <div class="entry">
        <div class="entry-field">
          <label for="find">{t('mine_find_label')}</label>
          <input ref={field} id="find" class="field" type="search" dir="auto" autocomplete="off" value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
        </div>
      </div>
      <p class="small told" role="status">
        {typed.trim() === '' ? t('mine_find_note') : found.length === 0 ? t('mine_find_none') : found.length > MOST_FOUND ? t('mine_find_many', [words.number(found.length), words.number(MOST_FOUND)]) : plural('mine_found', found.length)}
      </p>
      <ul class="found">
        {found.slice(0, MOST_FOUND).map((question) => (
          <li key={question.id}>
            <button class="link" onClick={() => choose(question.id)}>
              <bdi>{question.title}</bdi>
            </button>
            <p class="small">
              <bdi>{event.get(question.event)?.name}</bdi> · {plural('mine_theirs', question.estimates.length)}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <button class="btn plain" onClick={leave}>
          {t('mine_cancel')}
        </button>
      </p>
    </>
  );
}
