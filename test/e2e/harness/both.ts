// One world per browser: the browser with the built extension, and the web it sees.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { findAll, said, type Seen } from '../../../lib/cli/demo/closed-shadow.ts';
import { pause, until, type Driver, type Point, type Rect, type Tab } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { openWeb, type Web } from './web.ts';

export type World = { driver: Driver; web: Web };

/** Runs the cases in Chromium and in Firefox. After each, nothing may have gone wrong in any page or in the worker. */
export function inBothBrowsers(cases: (world: () => World) => void): void {
  for (const [name, launch] of [
    ['Chromium', launchChromium],
    ['Firefox', launchFirefox],
  ] as const)
    describe(name, () => {
      let world: World | null = null;
      beforeAll(async () => {
        const web = await openWeb();
        world = { web, driver: await launch(web) };
      });
      afterEach(() => expect(world?.driver.errors()).toEqual([]));
      afterAll(async () => {
        await world?.driver.close();
        await world?.web.close();
      });
      cases(() => {
        if (world === null) throw new Error('the browser did not start');
        return world;
      });
    });
}

export const DEMO = readFileSync('assets/demo/article.html', 'utf8');

/** Enough running text for an article, without a figure in it. */
const PROSE = '<p>Bread rises when the dough is warm, and the crust will be the better for it. Whoever bakes often soon learns to trust the hand more than the clock: the dough says by itself when it is ready, and a cold kitchen only asks for patience. Flour from another mill takes up water in another way, so that every new sack begins with a small loaf.</p>';

/** An article around a piece of body, dated, in English. */
export const pageOf = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><meta property="article:published_time" content="2017-12-21">${head}</head><body><article>${body}</article>${PROSE.repeat(4)}</body></html>`;

/** A sentence of ours with a figure the database knows, and words under its mark. */
export const KNOWN = {
  sentence: '<p>Between 9,000 and 11,000 civilians were killed in the battle of Mosul, the Associated Press found.</p>',
  mark: '9,000 and 11,000 civilians',
  question: 'civilians were killed in the battle of Mosul',
};

/** The words under our marks. The page can see them as well: highlights are no secret. */
export const marksIn = async (tab: Tab): Promise<string[]> => [...new Set(await tab.evaluate<string[]>(`[...CSS.highlights.values()].flatMap((h) => [...h].map((r) => r.toString()))`))];

export const untilMarked = (tab: Tab, text: string): Promise<true> => until(`a mark under “${text}”`, async () => (await marksIn(tab)).some((mark) => mark.includes(text)) || null) as Promise<true>;

export const untilUnmarked = (tab: Tab): Promise<true> => until('no marks', async () => (await marksIn(tab)).length === 0 || null) as Promise<true>;

/** Scrolls the mark that holds these words into view and answers its first line. A page that was read anew has it again at once. */
export const lineOf = (tab: Tab, mark: string): Promise<Rect> =>
  until(`a mark under “${mark}”`, () =>
    tab.evaluate<Rect | null>(`(() => {
      const range = [...CSS.highlights.values()].flatMap((h) => [...h]).find((r) => r.toString().includes(${JSON.stringify(mark)}));
      if (!range) return null;
      range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = range.getClientRects()[0];
      return { x, y, width, height };
    })()`),
  );

export const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

export type Card = { node: Seen; name: string; text: string };

/** What is on the clipboard, pasted by hand into the page; the card must stay, so the field is not clicked but focused. */
export async function pasted(tab: Tab): Promise<string> {
  await tab.evaluate("(() => { const field = document.createElement('textarea'); document.body.append(field); field.focus({ preventScroll: true }); })()");
  await tab.press('Control+V');
  return until('the pasted text', () => tab.evaluate<string>("document.querySelector('textarea').value"));
}

/** The card that is shown, with all it says; null when there is none. */
export async function cardIn(tab: Tab): Promise<Card | null> {
  const shadow = await tab.shadow();
  const dialog = shadow && findAll(shadow, (n) => n.attributes['role'] === 'dialog')[0];
  return dialog ? { node: dialog, name: dialog.attributes['aria-label'] ?? '', text: said(dialog) } : null;
}

export const untilCard = (tab: Tab): Promise<Card> => until('a card', () => cardIn(tab));
export const untilNoCard = (tab: Tab): Promise<true> => until('no card', async () => (await cardIn(tab)) === null || null) as Promise<true>;

/** Moves onto a mark from beside it, as a hand does. */
export async function hover(tab: Tab, mark: string): Promise<void> {
  const line = await lineOf(tab, mark);
  // A hand takes longer than a frame: all of a frame's moves are one, and a page's first opens nothing, for it may be the page that came under the pointer.
  for (const at of [{ x: 5, y: 5 }, { x: line.x + 4, y: line.y + line.height + 30 }]) {
    await tab.move(at);
    await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
  await tab.move(middle(line));
}

/** Waits until a page of ours says this. */
export const says = (tab: Tab, words: string): Promise<unknown> =>
  until(`the page to say “${words}”`, () => tab.evaluate<boolean>(`document.body.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`));

/** What a page of ours tells of something just done; a heading or a link may have the same words. */
export const reports = (own: Tab, words: string): Promise<unknown> =>
  until(`to be told “${words}”`, () => own.evaluate<boolean>(`[...document.querySelectorAll('[role=status]')].some((e) => e.textContent.includes(${JSON.stringify(words)}))`));

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds wrong in a page of ours, in words. */
export const barriers = async (tab: Tab): Promise<string[]> =>
  tab.evaluate<string[]>(`(async () => {
    if (!globalThis.axe) { ${AXE} }
    const { violations, passes } = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
    if (passes.length === 0) return ['nothing was looked at'];
    return violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + n.failureSummary).join(', '));
  })()`);

/** Keeps a setting, as the settings page does. To be called in a page of ours. */
export const choose = async (own: Tab, setting: string, value: unknown): Promise<void> => {
  const reply = await own.evaluate<object>(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ type: 'set', body: { [setting]: value } })})`);
  expect(reply).toEqual({ answer: null });
};

/**
 * Presses what is found by its words in a page of ours, once it can be pressed. A hand waits for what still moves, and tries again when
 * something came late and moved it from under the finger; a press that has reached it is never made twice.
 */
export const clickIn = async (own: Tab, selector: string, words = ''): Promise<void> => {
  let before = '';
  await until(`${selector} “${words}” to be pressed`, async () => {
    const at = await own.evaluate<Rect | null>(`(() => {
      const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find((e) => e.textContent.includes(${JSON.stringify(words)}));
      if (!found || found.matches(':disabled')) return null;
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      globalThis.pressed = false;
      found.addEventListener('click', () => { globalThis.pressed = true; }, { capture: true, once: true });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x, y, width, height };
    })()`);
    const still = at !== null && JSON.stringify(at) === before;
    before = JSON.stringify(at);
    if (!still) return false;
    await own.click(middle(at));
    // The press may have taken the page away, and with it what it would answer.
    return own.evaluate<boolean>('globalThis.pressed !== false').catch(() => true);
  });
};

export const buttonOf = (card: Card, words: string): Seen => {
  const [button] = findAll(card.node, (n) => n.name === 'button' && (said(n).includes(words) || (n.attributes['aria-label'] ?? '').includes(words)));
  if (button === undefined) throw new Error(`no button “${words}”`);
  return button;
};

/** A button of the open card, by its words. A click in a card's first moments is taken for one that was meant for what was there before. */
export async function clickOnCard(tab: Tab, words: string): Promise<void> {
  await untilCard(tab);
  await pause(400);
  await tab.click(middle(await tab.rect(buttonOf(await untilCard(tab), words))));
}
