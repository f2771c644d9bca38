// The interface's words: in the language of the browser, or in the one the reader has chosen.
import { browser } from 'wxt/browser';
import { sayer } from './sayer.ts';

/** As browser.i18n.getMessage: '' for a key that is not there. */
export type Speech = { t(key: string, substitutions?: string[]): string; locale: string };

type I18n = { getMessage(key: string, substitutions?: string[]): string; getUILanguage(): string };

/** The language of wxt.config.ts's `default_locale`: complete, and what browsers fall back to as well. */
const DEFAULT = 'en';

/** `language` null: the browser's, which alone it translates by itself; any other is read from our own package. */
export async function speak(language: string | null): Promise<Speech> {
  // WXT types the keys from files it generates when it builds; ours are held to the messages file by a test instead.
  const i18n = browser.i18n as unknown as I18n;
  // A page's cards ask for some words hundreds of times, and each time the browser would be asked.
  const said = new Map<string, string>();
  const again = (key: string): string => {
    const text = said.get(key) ?? i18n.getMessage(key);
    said.set(key, text);
    return text;
  };
  const own = { t: (key: string, substitutions?: string[]) => (substitutions === undefined ? again(key) : i18n.getMessage(key, substitutions)), locale: i18n.getUILanguage() };
  // Right after an installation Chromium can answer '' to every key, and keeps to that for as long as the process runs:
  // it fetches the messages once for each process, also when the extension is not yet known.
  // https://source.chromium.org/chromium/chromium/src/+/main:extensions/renderer/shared_l10n_map.cc
  const spoken = own.t('card_language');
  if (spoken !== '' && (language === null || language === spoken)) return own;
  const [primary = DEFAULT] = own.locale.split('-');
  const wanted = language ?? primary;
  const words = await packaged(wanted);
  if (words !== null) return { t: words, locale: wanted === primary ? own.locale : wanted };
  // Words in another language than was asked for are better than none.
  return spoken === '' ? { t: (await packaged(DEFAULT)) ?? own.t, locale: DEFAULT } : own;
}

/** Null: there are no words in this language. */
async function packaged(language: string): Promise<Speech['t'] | null> {
  try {
    const file = await fetch(`/_locales/${language}/messages.json`);
    const messages = (await file.json()) as Record<string, { message: string }>;
    return sayer(Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message])));
  } catch {
    return null;
  }
}
