import type { PageState } from '../../lib/messages/messages.ts';
import { ageOf } from '../../lib/ui/age.ts';
import { Logo } from '../../lib/ui/Logo.tsx';
import { StateMessage, type StateActions } from '../../lib/ui/StateMessage.tsx';
import type { Save } from '../../lib/ui/SaveButton.tsx';
import { Switch } from '../../lib/ui/Switch.tsx';
import type { Ui } from '../../lib/ui/ui.ts';
import { Found } from './Found.tsx';

type On = StateActions & {
  open(figure: number): void;
  /** All figures of the page. */
  save: Save;
  switchSite(site: string, on: boolean): void;
  switchAll(on: boolean): void;
  /** The saved claims. */
  list(): void;
  options(): void;
  /** A text of the reader's own. */
  paste(): void;
  /** Null where the browser has no side panel. */
  panel: (() => void) | null;
};

type Props = Ui & { state: PageState; now: Date; on: On };

export function Popup({ state, words, settings, now, on }: Props) {
  const { t } = words;
  const site = state.is === 'not-a-page' ? '' : state.site;
  const everywhere = state.is !== 'off-everywhere';
  const here = !['not-a-page', 'off-everywhere', 'off-here', 'no-access'].includes(state.is);
  return (
    <>
      <header class="bar">
        <Logo />
        <h1>{t('extension_name')}</h1>
        {site !== '' && everywhere && (
          <Switch label={t(here ? 'popup_on_at' : 'popup_off_at', [site])} on={here} disabled={state.is === 'no-access'} turn={(to) => on.switchSite(site, to)} />
        )}
      </header>
      <StateMessage state={state} words={words} on={on} />
      {state.is === 'looked' && state.figures.length > 0 && <Found figures={state.figures} current={state.current} words={words} open={on.open} save={on.save} />}
      {state.is === 'looked' && settings.leftOut.length > 0 && <p class="left small">{t('popup_left_out', [settings.leftOut.map((m) => t(`options_measure_${m}`)).join(t('card_comma'))])}</p>}
      <footer>
        <div class="bar">
          <span>{t('popup_everywhere')}</span>
          <Switch label={t(everywhere ? 'popup_on' : 'popup_off')} on={everywhere} turn={on.switchAll} />
        </div>
        <p class="links">
          {on.panel && <button class="link" onClick={on.panel}>{t('popup_panel')}</button>}
          <button class="link" onClick={on.list}>{t('list_title')}</button>
          <button class="link" onClick={on.paste}>{t('paste_title')}</button>
          <button class="link" onClick={on.options}>{t('popup_options')}</button>
        </p>
        {state.is === 'looked' && <Database {...state.database} words={words} now={now} />}
        <p>{t('popup_privacy')}</p>
      </footer>
    </>
  );
}

function Database({ version, created, words, now }: { version: string; created: string } & Pick<Props, 'words' | 'now'>) {
  const { age, note } = ageOf(created, now, words);
  return (
    <p>
      {words.t('card_database', [version, age])}
      {note && `. ${note}`}
    </p>
  );
}
