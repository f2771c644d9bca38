// What our own pages have in common: their look (ui.css), the reader's language, direction, colours and text size, and
// the parts that more than one of them is made of.
import { render, type ComponentChild } from 'preact';
import { wordsFor, type Words } from '../card/words.ts';
import { speak } from '../messages/translate.ts';
import { readSettings, watchSettings, type Settings } from '../settings/settings.ts';

/** What a page draws with. */
export type Ui = { words: Words; settings: Settings };

/**
 * Draws a page of our own into its <main>, and again whenever a setting changes in whichever page. Answers a function that
 * draws it again when something else has changed. `title` is the key of its title.
 */
export async function openPage(title: string, page: (ui: Ui) => ComponentChild): Promise<() => void> {
  const main = document.querySelector('main');
  if (main === null) throw new Error('the page has no <main>');
  let ui = await readUi();
  let asked = 0;
  const draw = (): void => {
    dress(ui, title);
    render(page(ui), main);
  };
  watchSettings(() => {
    const mine = (asked += 1);
    // Of two changes in a row the first may be answered last.
    void readUi().then((next) => mine === asked && ((ui = next), draw()));
  });
  draw();
  return draw;
}

async function readUi(): Promise<Ui> {
  const settings = await readSettings();
  const { t, locale } = await speak(settings.language);
  return { words: wordsFor(t, locale), settings };
}

/** What of it is on the page's root. */
function dress({ words, settings }: Ui, title: string): void {
  const { t } = words;
  const { documentElement: root } = document;
  root.lang = words.locale;
  root.dir = words.rtl ? 'rtl' : 'ltr';
  root.style.setProperty('--chosen', String(settings.textSize));
  if (settings.theme === null) delete root.dataset['theme'];
  else root.dataset['theme'] = settings.theme;
  document.title = title === 'extension_name' ? t(title) : `${t(title)} · ${t('extension_name')}`;
}
