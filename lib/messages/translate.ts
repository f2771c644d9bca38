// The interface's words: in the language of the browser, or in the one the reader has chosen.
import { browser } from 'wxt/browser';

/** As browser.i18n.getMessage: '' for a key that is not there. */
export type Speech = { t(key: string, substitutions?: string[]): string; locale: string };

type I18n = { getMessage(key: string, substitutions?: string[]): string; getUILanguage(): string };

/** `language` null: the browser's, which alone it translates by itself; any other is read from our own package. */
export async function speak(language: string | null): Promise<Speech> {
  // WXT types the keys from files it generates when it builds; ours are held to the messages file by a test instead.
  const i18n = browser.i18n as unknown as I18n;
  const own = { t: (key: string, substitutions?: string[]) => i18n.getMessage(key, substitutions), locale: i18n.getUILanguage() };
  if (language === null) return own;
  try {
    const file = await fetch(`/_locales/${language}/messages.json`);
    const messages = (await file.json()) as Record<string, { message: string }>;
    const words = Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
    return { t: sayer(words), locale: language };
  } catch {
    // Words in another language than was asked for are better than none.
    return own;
  }
}

/** Says messages that are at hand, `$1` to `$9` replaced. */
export const sayer =
  (messages: Record<string, string>): Speech['t'] =>
  (key, substitutions = []) =>
    (messages[key] ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
