// What a reader does with a field of one of our own pages.
import { until, type Tab } from './driver.ts';

const change = (own: Tab, selector: string, act: string, event: 'input' | 'change'): Promise<void> =>
  own.evaluate(`(() => {
    const field = document.querySelector(${JSON.stringify(selector)});
    ${act}
    field.dispatchEvent(new Event('${event}', { bubbles: true }));
  })()`);

export const type = (own: Tab, selector: string, text: string): Promise<void> => change(own, selector, `field.value = ${JSON.stringify(text)};`, 'input');

/** Of a list of choices, the one of these words. */
export const pick = (own: Tab, selector: string, words: string): Promise<void> =>
  change(own, selector, `field.selectedIndex = [...field.options].findIndex((option) => option.textContent === ${JSON.stringify(words)});`, 'change');

const giving = (file: string): string => `
    const chosen = new DataTransfer();
    chosen.items.add(${file});
    field.files = chosen.files;`;

/** A file of this name with this text. */
export const giveFile = (own: Tab, selector: string, name: string, text: string): Promise<void> =>
  change(own, selector, giving(`new File([${JSON.stringify(text)}], ${JSON.stringify(name)})`), 'change');

/** What the page would have saved as a download, kept by `catchFiles`: the last of them, given back. */
export const giveCaught = (own: Tab, selector: string): Promise<void> => change(own, selector, giving("new File([globalThis.files.at(-1)], 'saved')"), 'change');

/** From now on what would be downloaded is kept in the page, as `files`. */
export const catchFiles = (own: Tab): Promise<void> =>
  own.evaluate('(() => { globalThis.files = []; URL.createObjectURL = (blob) => { files.push(blob); return "blob:none"; }; HTMLAnchorElement.prototype.click = () => {}; })()');

/** The text of the first file that was caught. */
export const caught = (own: Tab): Promise<string> => until('the file', () => own.evaluate<string | null>('globalThis.files[0]?.text() ?? null'));
