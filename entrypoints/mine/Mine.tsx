// The researcher's own questions and estimates: listed, entered, brought in and handed on.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { byId } from '../../lib/claim/by-id.ts';
import type { Estimate, Question } from '../../lib/claim/database.ts';
import { browserShelf } from '../../lib/feeds/shelf.ts';
import { tell } from '../../lib/messages/messages.ts';
import { enterEstimate, enterQuestion, type Entered } from '../../lib/mine/enter.ts';
import { blankEstimate, blankQuestion, type EstimateDraft, type QuestionDraft } from '../../lib/mine/fields.ts';
import { importFiles, type ChosenFile, type Imported } from '../../lib/mine/import.ts';
import { kept } from '../../lib/mine/kept.ts';
import { withoutEstimate, withoutQuestion, type Known, type Mine as Data } from '../../lib/mine/mine.ts';
import { estimateDraft } from '../../lib/mine/read-estimate.ts';
import { STORAGE_KEY } from '../../lib/mine/storage-key.ts';
import { questionDraft } from '../../lib/mine/read-question.ts';
import type { Slip } from '../../lib/mine/slip.ts';
import type { Pending } from '../../lib/ui/answer.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Waiting } from '../../lib/ui/Waiting.tsx';
import { EntryForm } from './EntryForm.tsx';
import { Files } from './Files.tsx';
import { FindQuestion } from './FindQuestion.tsx';
import { estimateFields, questionFields, shownOnly, type Draft } from './form-fields.ts';
import { QuestionList } from './QuestionList.tsx';

const store = kept(browserShelf, (work) => navigator.locks.request(STORAGE_KEY, work));

type Loaded = { mine: Data; known: Known } | { raw: unknown } | Pending;
type View = { is: 'list' } | { is: 'find' } | { is: 'question'; before: Question | null } | { is: 'estimate'; question: string; before: Estimate | null };
/** `said` is a key of the words. `undo` is what was there before; only while nothing else was changed since. */
type Told = { said: string; undo: { before: Data; after: string } | null };

export function Mine({ words }: Ui) {
  const { t, plural } = words;
  const [loaded, setLoaded] = useState<Loaded>('reading');
  const [view, setView] = useState<View>({ is: 'list' });
  const [told, setTold] = useState<Told | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const returned = useRef(false);
  // What had the focus has gone: a form, or the button of what was removed.
  useLayoutEffect(() => {
    if (returned.current) heading.current?.focus();
    returned.current = false;
  }, [view]);

  async function load(): Promise<void> {
    try {
      const [read, known] = await Promise.all([store.read(), tell('shipped', null)]);
      setLoaded('mine' in read ? { mine: read.mine, known } : read);
      // Another page of ours names the question that is to be added to.
      const asked = decodeURIComponent(location.hash.slice(1));
      if (byId(known.questions).has(asked)) setView({ is: 'estimate', question: asked, before: null });
    } catch {
      setLoaded('failed');
    }
  }
  useEffect(() => {
    void load();
    // Another page may show and change the same.
    const changed = (changes: Record<string, unknown>): void => void (STORAGE_KEY in changes && store.read().then((read) => setLoaded((now) => ('mine' in read && typeof now === 'object' && 'known' in now ? { ...now, mine: read.mine } : now))));
    browser.storage.local.onChanged.addListener(changed);
    return () => browser.storage.local.onChanged.removeListener(changed);
  }, []);

  if (typeof loaded === 'string') return <Shell words={words}><Waiting is={loaded} t={t} reading={t('mine_reading')} failed={t('mine_failed')} again={load} /></Shell>;
  if ('raw' in loaded) return <Shell words={words}><Damaged raw={loaded.raw} words={words} discard={() => void store.discard().then(load)} /></Shell>;

  const { mine, known } = loaded;

  /** Keeps what `next` makes of what is there; null: nothing was changed, or it could not be written. */
  async function change(next: (mine: Data) => Data | null): Promise<{ before: Data; after: Data } | null> {
    let before = mine;
    const after = await store.change((there) => next((before = there)), new Date());
    setLoaded({ known, mine: after });
    return after === before ? null : { before, after };
  }

  const list = (say: Told | null): void => {
    returned.current = true;
    setView({ is: 'list' });
    setTold(say);
  };

  async function keep(enter: (mine: Data) => Entered, done: string): Promise<readonly Slip[] | null> {
    let slips: readonly Slip[] = [];
    try {
      await change((there) => {
        const entered = enter(there);
        slips = 'slips' in entered ? entered.slips : [];
        return 'slips' in entered ? null : entered.mine;
      });
    } catch {
      return null;
    }
    if (slips.length === 0) list({ said: done, undo: null });
    return slips;
  }

  async function remove(next: (mine: Data) => Data, done: string): Promise<void> {
    try {
      const changed = await change(next);
      list({ said: done, undo: changed && { before: changed.before, after: changed.after.changed } });
    } catch {
      setTold({ said: 'mine_not_kept', undo: null });
    }
  }

  async function undo({ before, after }: { before: Data; after: string }): Promise<void> {
    const back = await change((there) => (there.changed === after ? before : null)).catch(() => null);
    list({ said: back === null ? 'mine_undo_late' : 'mine_undone', undo: null });
  }

  async function take(files: readonly ChosenFile[]): Promise<Imported | null> {
    let report: Imported | null = null;
    try {
      const changed = await change((there) => {
        report = importFiles(files, there, known);
        return report.added + report.changed + report.questions > 0 ? report.mine : null;
      });
      if (changed !== null) setTold({ said: 'mine_imported', undo: { before: changed.before, after: changed.after.changed } });
      return report;
    } catch {
      return null;
    }
  }

  const sources = [...new Set([...mine.sources, ...known.sources].map((s) => s.name))].toSorted();
  if (view.is === 'find') return <FindQuestion known={known} words={words} choose={(question) => setView({ is: 'estimate', question, before: null })} leave={() => list(null)} />;
  if (view.is === 'question') {
    const { before } = view;
    return (
      <EntryForm
        key="question"
        title={t(before === null ? 'mine_new_question' : 'mine_edit_question')}
        about={t('mine_new_question_note')}
        draft={before === null ? blankQuestion() : questionDraft(before, mine)}
        shown={questionFields}
        offered={{ event: [...mine.events, ...known.events].map((e) => e.name) }}
        words={words}
        keep={(draft: Draft) => keep((there) => enterQuestion(there, shownOnly(draft as QuestionDraft, questionFields(draft)), before, known), 'mine_kept')}
        leave={() => list(null)}
      />
    );
  }
  if (view.is === 'estimate') {
    const { question, before } = view;
    const about = byId(known.questions).get(question) ?? byId(mine.questions).get(question);
    return (
      <EntryForm
        key="estimate"
        title={t(before === null ? 'mine_add_estimate' : 'mine_edit_estimate')}
        about={about?.title ?? null}
        draft={before === null ? blankEstimate() : estimateDraft(before, byId(mine.sources))}
        shown={estimateFields}
        offered={{ source: sources, via: sources, draws_on: sources }}
        words={words}
        keep={(draft: Draft) => keep((there) => enterEstimate(there, question, shownOnly(draft as EstimateDraft, estimateFields(draft)), before, known), 'mine_kept')}
        leave={() => list(null)}
      />
    );
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('mine_title')}
      </h1>
      <p class="text">{t('mine_about')}</p>
      {browser.extension.inIncognitoContext && <p class="notice">{t('mine_private')}</p>}
      <p class="bar told">
        <span role="status">{told !== null ? t(told.said) : mine.questions.length > 0 ? plural('mine_holds', mine.questions.reduce((n, q) => n + q.estimates.length, 0)) : ''}</span>
        {told?.undo && (
          <button class="btn" onClick={() => told.undo && void undo(told.undo)}>
            {t('mine_undo')}
          </button>
        )}
      </p>
      {mine.questions.length === 0 && <p class="text empty">{t('mine_empty')}</p>}
      <p class="bar">
        <button class="btn primary" onClick={() => setView({ is: 'find' })}>
          {t('mine_find')}
        </button>
        <button class="btn" onClick={() => setView({ is: 'question', before: null })}>
          {t('mine_new_question')}
        </button>
      </p>
      <QuestionList
        mine={mine}
        known={known}
        words={words}
        on={{
          addEstimate: (question) => setView({ is: 'estimate', question, before: null }),
          editEstimate: (question, before) => setView({ is: 'estimate', question: question.id, before }),
          removeEstimate: ({ id }) => void remove((there) => withoutEstimate(there, id, known), 'mine_removed_estimate'),
          editQuestion: (before) => setView({ is: 'question', before }),
          removeQuestion: ({ id }) => void remove((there) => withoutQuestion(there, id, known), 'mine_removed_question'),
        }}
      />
      <Files mine={mine} words={words} take={take} />
    </>
  );
}

function Shell({ words, children }: { words: Ui['words']; children: preact.ComponentChildren }) {
  return (
    <>
      <h1>{words.t('mine_title')}</h1>
      {children}
    </>
  );
}

/** What is kept was written by another version, or was damaged: nothing is done to it unasked. */
function Damaged({ raw, words: { t }, discard }: { raw: unknown; words: Ui['words']; discard(): void }) {
  return (
    <div class="notice old" role="alert">
      <p>{t('mine_damaged')}</p>
      <p class="bar">
        <button class="btn" onClick={() => saveFile(JSON.stringify(raw, null, 2), 'my-data.json', 'application/json')}>{t('mine_damaged_save')}</button>
        <button class="btn plain" onClick={discard}>{t('mine_damaged_discard')}</button>
      </p>
    </div>
  );
}
