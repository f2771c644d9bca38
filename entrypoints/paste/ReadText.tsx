import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { mountCard } from '../../lib/card/mount.tsx';
import type { ReadPage } from '../../lib/claim/document.ts';
import { MAX_TEXT } from '../../lib/messages/limits.ts';
import { tell, type Answer, type Figure } from '../../lib/messages/messages.ts';
import { FigureItem } from '../../lib/ui/FigureItem.tsx';
import { showMethod } from '../../lib/ui/tab.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Failed } from '../../lib/ui/Waiting.tsx';
import { lent } from '../../lib/session/lent.ts';
import { startSession, type Session } from '../../lib/session/session.ts';
import { partsOf, type Part, type Pasted } from './told.ts';

type Props = Ui & { pasted: Pasted; read: readonly string[]; nameOf(lang: string): string; change(): void };

/** The text set to be read, marked as a page would be, and its figures as a list: marks are invisible to assistive technology. */
export function ReadText({ words, settings, pasted, read, nameOf, change }: Props) {
  const { t, plural, spelled, number } = words;
  const { parts, head } = useMemo(() => partsOf(pasted), [pasted]);
  const [found, setFound] = useState<readonly Figure[] | 'reading' | 'failed'>('reading');
  const session = useRef<Session | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  const foreign = pasted.lang !== null && read.length > 0 && !read.includes(pasted.lang.toLowerCase().split('-')[0] ?? '') ? pasted.lang : null;

  // Anew after every change of a setting, as in a page. Ending a session drops the answer it waits for. It ends with what was drawn: as a
  // passive effect it would after the next frame (Preact 11), and its marks stay until then.
  useLayoutEffect(() => {
    if (foreign !== null) return;
    let page: ReadPage | null = null;
    const own = startSession({
      lent,
      judge: null,
      lookup: async (text) => {
        page = { ...text, head };
        try {
          const answer = await tell('pasted', { page });
          setFound(answer === null ? 'failed' : figuresOf(answer));
          return answer;
        } catch (error) {
          setFound('failed');
          throw error;
        }
      },
      card: () => Promise.resolve(mountCard),
      beside: (body) => tell('ownBeside', body),
      // What is put away here is put away for the moment.
      notThisEvent: () => Promise.resolve(null),
      method: showMethod,
      // Nothing of a private window is kept.
      saving: browser.extension.inIncognitoContext
        ? null
        : {
            save: (figure) => (page === null ? Promise.reject(new Error('nothing was read')) : tell('savePasted', { page, figure })),
            unsave: (body) => tell('undoSave', body),
          },
      onEnd: () => undefined,
    });
    session.current = own;
    return () => {
      session.current = null;
      own.destroy();
    };
  }, [settings, pasted, foreign]);

  const carded = typeof found === 'object' ? found.filter((f) => f.counts !== null) : [];
  return (
    <>
      <div class="told" data-tallyside="off">
        <p class="bar">
          <button class="btn" ref={back} onClick={change}>{t('paste_change')}</button>
          <span role="status">
            {foreign === null && found === 'reading' && t('paste_reading')}
            {typeof found === 'object' && (found.length === 0 ? t('paste_nothing') : <b>{plural('paste_found', found.length, [spelled(found.length)])}</b>)}
            {typeof found === 'object' && found.length > 0 && ' · '}
            {typeof found === 'object' && found.length > 0 && (carded.length === 0 ? t('popup_none_carded') : plural('popup_carded', carded.length, [spelled(carded.length)]))}
          </span>
        </p>
        {foreign !== null && <p class="notice" role="alert">{t('paste_foreign', [nameOf(foreign), read.map(nameOf).join(t('card_comma'))])}</p>}
        {found === 'failed' && (
          <Failed
            t={t}
            failed={t('paste_failed')}
            again={() => {
              setFound('reading');
              session.current?.again();
            }}
          />
        )}
        {pasted.text.length > MAX_TEXT && <p class="notice" role="status">{t('paste_long', [number(MAX_TEXT), number(pasted.text.length)])}</p>}
      </div>
      <div class="spread">
        <article lang={pasted.lang ?? 'en'} dir="auto" class="quote">
          {parts.map(setPart)}
        </article>
        {carded.length > 0 && (
          <nav data-tallyside="off" class="figures" aria-labelledby="figures">
            <h2 id="figures">{t('paste_figures')}</h2>
            <ul>
              {carded.map((figure) => (
                <FigureItem key={figure.figure} figure={figure} current={false} words={words} choose={(n) => session.current?.open(n)} />
              ))}
            </ul>
          </nav>
        )}
      </div>
    </>
  );
}

function setPart({ role, words }: Part) {
  if (role === 'headline') return <h2>{words}</h2>;
  if (role === 'heading') return <h3>{words}</h3>;
  return <p>{words}</p>;
}

const figuresOf = ({ claims, cards, roles }: Answer): Figure[] =>
  claims.map((claim, figure) => ({ figure, claim, role: roles[figure] ?? 'paragraph', counts: cards[figure]?.counts || null }));
