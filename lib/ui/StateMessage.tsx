import type { ComponentChildren } from 'preact';
import type { Words } from '../card/words.ts';
import type { PageState } from '../messages/messages.ts';
import type { Unread } from '../page/judge.ts';

/** What a reader can do about a page that was not read. */
export type StateActions = {
  /** '' when the browser does not even tell which site it is. */
  allow(site: string): void;
  reload(): void;
  /** Although it does not look like an article. */
  read(): void;
};

type Props = { state: PageState; words: Words; on: StateActions };

/** How it stands with the page in front, in words: popup and side panel say the same. Nothing when figures were found. */
export function StateMessage({ state, words, on }: Props) {
  const { t } = words;
  switch (state.is) {
    case 'not-a-page':
      return <Said title={t('popup_not_a_page')}>{t('popup_not_a_page_why')}</Said>;
    case 'off-everywhere':
      return <Said title={t('popup_off_everywhere')}>{t('popup_off_everywhere_why')}</Said>;
    case 'off-here':
      return <Said title={t('popup_off_here')}>{t('popup_off_here_why', [state.site])}</Said>;
    case 'not-read':
      return <NotRead why={state.why} t={t} read={on.read} />;
    case 'failed':
      return <Said title={t('popup_failed')}>{t('popup_failed_why')}</Said>;
    case 'not-looked':
      return (
        <Said title={t('popup_not_looked')} act={t('popup_reload')} on={on.reload}>
          {t('popup_not_looked_why')}
        </Said>
      );
    case 'no-access':
      return (
        <Said title={t('popup_no_access')} act={state.site === '' ? t('popup_allow_all') : t('popup_allow', [state.site])} on={() => on.allow(state.site)}>
          {t('popup_no_access_why')}
        </Said>
      );
    case 'looked':
      if (state.more) return <Said title={t('popup_reading')}>{t('popup_reading_why')}</Said>;
      if (state.figures.length > 0) return null;
      if (state.foreign !== null) return <Said title={t('popup_foreign')}>{t('popup_foreign_why', [languageName(state.foreign, words.locale)])}</Said>;
      return <Said title={t('popup_nothing')}>{t('popup_nothing_why')}</Said>;
  }
}

/** Only what does not look like an article is read on request; the other reasons are not the reader's to overrule. */
function NotRead({ why, t, read }: { why: Unread; t: Words['t']; read(): void }) {
  const key = why.replace('-', '_');
  const offer = why === 'no-article' ? { act: t('popup_read'), on: read } : {};
  return (
    <Said title={t(`popup_unread_${key}`)} {...offer}>
      {t(`popup_unread_${key}_why`)}
    </Said>
  );
}

function Said({ title, children, act, on }: { title: string; children: ComponentChildren; act?: string; on?: () => void }) {
  return (
    <div class="msg">
      <h2>{title}</h2>
      <p class="small">{children}</p>
      {act && (
        <button class="btn primary" onClick={on}>
          {act}
        </button>
      )}
    </div>
  );
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
