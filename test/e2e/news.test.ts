// Pages of the web as they were published, where they are at hand. Other people's text stays outside the project: these
// cases need the folder beside it, and are not there without it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardIn, inBothBrowsers, lineOf, marksIn, middle, untilCard, untilNoCard } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const SHARED = '../shared';
/** One page in so many is opened: reading them all takes minutes and finds the same. */
const EVERY = 8;

type Fragment = { article: number; fragment: string; expect: 'match' | 'ignore' | 'context' };

const read = (path: string): string => readFileSync(join(SHARED, path), 'utf8');
const present = existsSync(join(SHARED, 'pages/casualty'));
// Vitest walks through a suite that it will not run: where there are no pages there is nothing to list.
const list = (folder: string): string[] => (present ? readdirSync(join(SHARED, folder)).sort() : []);

/** A text of lines as the article it was: its first line is the headline. */
function articleOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [headline = '', ...lines] = escaped.split('\n').filter((line) => line.trim() !== '');
  return `<!doctype html><html lang="en"><title>${headline}</title><link rel="icon" href="data:,"><article><h1>${headline}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></html>`;
}

describe.skipIf(!present)('published pages of ../shared', () => {
  const seeds = list('pages/gold').filter((name) => /^seed-.*\.txt$/.test(name));
  const fragments = present ? (JSON.parse(read('facts/seed-links.json')) as Fragment[]) : [];
  const pages = ['casualty', 'clean'].flatMap((set) =>
    list(`pages/${set}`)
      .filter((name) => name.endsWith('.html'))
      .filter((_, i) => i % EVERY === 0)
      .map((name) => ({ set, name })),
  );

  inBothBrowsers((world) => {
    let tab: Tab;
    let popup: Tab;
    beforeAll(async () => {
      tab = await world().driver.newTab();
      popup = await world().driver.popup();
    });
    afterAll(async () => {
      await popup.close();
      await tab.close();
    });

    /** What our scripts in the tab answer: whether the page was looked at, and how many figures were found. */
    const figures = (address: string): Promise<number> =>
      until(`${address} to be read`, async () => {
        const found = await popup.evaluate<number | null>(`(async () => {
          const { tabs } = globalThis.browser ?? chrome;
          const [tab] = await tabs.query({ url: 'http://pages.example/*' });
          return tabs.sendMessage(tab.id, { type: 'figures', body: null }, { frameId: 0 }).then((reply) => reply.answer.figures.length, () => null);
        })()`);
        return found === null ? null : { found };
      }).then(({ found }) => found);

    test('there are pages to read', () => {
      expect(seeds.length).toBeGreaterThan(0);
      expect(pages.length).toBeGreaterThan(0);
    });

    test.each(seeds.map((name, article) => ({ name, article })))('figures of $name are marked, and their cards open', async ({ name, article }) => {
      const address = `http://pages.example/${name}`;
      world().web.serve(address, { body: articleOf(read(`pages/gold/${name}`)) });
      await tab.goto(address);
      const marks = await until('marks', async () => ((found) => (found.length > 0 ? found : null))(await marksIn(tab)));
      const matched = fragments.filter((f) => f.article === article && f.expect === 'match').map((f) => f.fragment);
      const known = marks.filter((mark) => matched.some((fragment) => sharesNumber(mark, fragment)));
      expect(known.length).toBeGreaterThan(0);
      await tab.click(middle(await lineOf(tab, known[0] ?? '')));
      expect((await untilCard(tab)).text).toMatch(/How many/);
      await tab.press('Escape');
      await untilNoCard(tab);
    });

    test.each(pages)('$set/$name is read, and left as it was', async ({ set, name }) => {
      const address = `http://pages.example/${name}`;
      // Without its scripts nobody but us could change it.
      world().web.serve(address, { body: readFileSync(join(SHARED, 'pages', set, name)), type: 'text/html', headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } });
      await tab.goto(address);
      const before = await tab.evaluate<string>('document.documentElement.outerHTML');
      await figures(address);
      expect(await cardIn(tab)).toBeNull();
      expect((await tab.evaluate<string>('document.documentElement.outerHTML')) === before).toBe(true);
    });
  });
});

const sharesNumber = (a: string, b: string): boolean => {
  const numbers = (text: string): string[] => text.match(/\d[\d,.]*\d|\d/g) ?? [];
  return numbers(a).some((n) => numbers(b).includes(n));
};
