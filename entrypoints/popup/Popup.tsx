import type { Unread } from '../../lib/page/judge.ts';
import type { PageState } from '../../lib/messages/messages.ts';
import type { Words } from '../../lib/card/words.ts';
import { FigureList } from '../../lib/ui/FigureList.tsx';
import { Logo } from '../../lib/ui/Logo.tsx';
import { Switch } from '../../lib/ui/Switch.tsx';

type On = {
  open(figure: number): void;
  read(): void;
  switchSite(site: string, on: boolean): void;
  switchAll(on: boolean): void;
  /** '' when the browser does not even tell which site it is. */
  allow(site: string): void;
};

type Props = { state: PageState; words: Words; now: Date; on: On };

export function Popup({ state, words, now, on }: Props) {
  const { t } = words;
  const site = state.is === 'not-a-page' ? '' : state.site;
  const everywhere = state.is !== 'off-everywhere';
  const here = state.is === 'looked' || state.is === 'not-looked' || state.is === 'not-read';
  return (
    <>
      <header class="bar">
        <Logo />
        <b>{t('extension_name')}</b>
        {site !== '' && everywhere && (
          <Switch label={t(here ? 'popup_on_at' : 'popup_off_at', [site])} on={here} disabled={state.is === 'no-access'} turn={(to) => on.switchSite(site, to)} />
        )}
      </header>
      <State state={state} words={words} on={on} />
      <footer>
        <div class="bar">
          <span>{t('popup_everywhere')}</span>
          <Switch label={t(everywhere ? 'popup_on' : 'popup_off')} on={everywhere} disabled={false} turn={on.switchAll} />
        </div>
        {state.is === 'looked' && state.database && <p>{databaseLine(state.database, words, now)}</p>}
        <p>{t('popup_privacy')}</p>
      </footer>
    </>
  );
}

function State({ state, words, on }: Omit<Props, 'now'>) {
  const { t } = words;
  switch (state.is) {
    case 'not-a-page':
      return <Said title={t('popup_not_a_page')} text={t('popup_not_a_page_why')} />;
    case 'off-everywhere':
      return <Said title={t('popup_off_everywhere')} text={t('popup_off_everywhere_why')} />;
    case 'off-here':
      return <Said title={t('popup_off_here')} text={t('popup_off_here_why', [state.site])} />;
    case 'not-looked':
      return <Said title={t('popup_not_looked')} text={t('popup_not_looked_why')} />;
    case 'not-read':
      return <NotRead why={state.why} words={words} read={on.read} />;
    case 'no-access':
      return (
        <div class="msg">
          <h1>{t('popup_no_access')}</h1>
          <p class="small">{t('popup_no_access_why')}</p>
          <button class="btn primary" onClick={() => on.allow(state.site)}>
            {state.site === '' ? t('popup_allow_all') : t('popup_allow', [state.site])}
          </button>
        </div>
      );
    case 'looked':
      return state.figures.length === 0 ? (
        <Said title={t('popup_nothing')} text={t('popup_nothing_why')} />
      ) : (
        <FigureList figures={state.figures} current={state.current} words={words} open={on.open} />
      );
  }
}

const Said = ({ title, text }: { title: string; text: string }) => (
  <div class="msg">
    <h1>{title}</h1>
    <p class="small">{text}</p>
  </div>
);

/** Only what does not look like an article is read on request; the other reasons are not the reader's to overrule. */
function NotRead({ why, words: { t }, read }: { why: Unread; words: Words; read(): void }) {
  const key = why.replace('-', '_');
  return (
    <div class="msg">
      <h1>{t(`popup_unread_${key}`)}</h1>
      <p class="small">{t(`popup_unread_${key}_why`)}</p>
      {why === 'no-article' && (
        <button class="primary" onClick={read}>
          {t('popup_read')}
        </button>
      )}
    </div>
  );
}

function databaseLine({ version, created }: { version: string; created: string }, words: Words, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(created)) / 86_400_000));
  return words.t('card_database', [version, words.plural('card_days', days)]);
}
