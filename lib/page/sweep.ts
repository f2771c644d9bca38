// After an update Firefox ends our old scripts at once, without a word to them: what they put into the page stays behind.
// The new script finds it by its form, for names are made up anew on every page.
import { isLiving } from './adopt.ts';

/** The first rules that underline() writes, and the names in them. */
const RULE = String.raw`[^{]*::highlight\(([a-z]{6}-[a-z]{6})\) \{[^}]*\}`;
const OURS = new RegExp(String.raw`^@media screen \{${RULE.repeat(3)}`);
const NAME = /^[a-z]{6}-[a-z]{6}$/;

/** Removes the marks and the open card of a predecessor that cannot do so itself. */
export function sweep(): void {
  const sheets = [...document.adoptedStyleSheets];
  const kept = sheets.filter((sheet) => {
    const [, ...names] = (!isLiving(sheet) && OURS.exec(sheet.cssRules[0]?.cssText ?? '')) || [];
    for (const name of names) CSS.highlights.delete(name);
    return names.length === 0;
  });
  if (kept.length < sheets.length) document.adoptedStyleSheets = kept;
  const last = document.documentElement.lastElementChild;
  if (last && NAME.test(last.localName) && last.getAttribute('popover') === 'manual' && last.attributes.length === 1 && !last.firstChild) last.remove();
}
