// The languages we read. A new one is a folder beside en/ and a line here; the engine stays as it is.
import { english } from './languages/en/en.ts';
import type { Language } from './language.ts';

export const languages: Readonly<Record<string, Language>> = { en: english };

/** The language of a BCP 47 tag ("en-GB" reads as "en"); null when we do not read it. A page that declares none is tried in English. */
export function languageOf(tag: string | null): Language | null {
  const code = (tag ?? 'en').toLowerCase().split(/[-_]/)[0] ?? 'en';
  return Object.hasOwn(languages, code) ? (languages[code] ?? null) : null;
}
