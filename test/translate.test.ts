// In whichever language the browser and the reader speak, there are words: never a page of empty buttons.
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsFor } from '../lib/card/words.ts';
import { english, french } from './card-content.ts';

let reported = { t: english, locale: 'en-US' };
beforeEach(() => {
  vi.resetModules();
  const i18n = { getMessage: (key: string, substitutions?: string[]) => reported.t(key, substitutions), getUILanguage: () => reported.locale };
  vi.stubGlobal('chrome', { runtime: { id: 'us' }, i18n });
  vi.stubGlobal('fetch', async (path: string) => new Response(await readFile(`assets/public${path}`)));
});
afterEach(() => vi.unstubAllGlobals());

const speak = async (language: string | null) => (await import('../lib/messages/translate.ts')).speak(language);
const silent = (): string => '';

describe.each([
  ['the browser’s own language', { t: french, locale: 'fr-CA' }, null, 'fr', 'fr-CA'],
  ['another than the browser’s', { t: english, locale: 'en-US' }, 'ar', 'ar', 'ar'],
  ['a browser that has no words yet, right after an installation', { t: silent, locale: 'fr-FR' }, null, 'fr', 'fr-FR'],
  ['one without words in a language we do not speak', { t: silent, locale: 'sw' }, null, 'en', 'en'],
  ['one without words, and a choice', { t: silent, locale: 'en-GB' }, 'ar', 'ar', 'ar'],
  ['a choice that is not in the package', { t: english, locale: 'en-US' }, 'xx', 'en', 'en-US'],
  ['neither words nor the choice', { t: silent, locale: 'xx' }, 'xx', 'en', 'en'],
] as const)('%s', (_, browser, chosen, spoken, locale) => {
  test('has words, digits and dates', async () => {
    reported = browser;
    const { t, locale: tag } = await speak(chosen);
    expect(t('card_language')).toBe(spoken);
    expect(tag).toBe(locale);
    expect(wordsFor(t, tag).date('2017-03-17')).toContain(spoken === 'ar' ? '' : '2017');
  });
});
