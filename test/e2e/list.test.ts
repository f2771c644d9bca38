// The reader's list: searched, narrowed, selected, changed and taken back, with the keyboard alone; and for everybody.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barriers, choose, clickIn, inBothBrowsers, says } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';
import { type } from './harness/form.ts';
import { empty, fill, kept, many } from './harness/list.ts';

inBothBrowsers((world) => {
  let list: Tab;
  beforeEach(async () => {
    list = await world().driver.own('list');
  });
  afterEach(async () => {
    await empty(list);
    await list.close();
  });

  const opened = async (count: number): Promise<void> => {
    await fill(list, await many(count));
    await list.reload();
    await says(list, `${count.toLocaleString('en-GB')} claims`);
  };
  const rows = (): Promise<string[]> => list.evaluate("[...document.querySelectorAll('.body [role=row]')].map((row) => row.innerText.replace(/\\s+/g, ' '))");
  const focused = (): Promise<string> => list.evaluate("document.activeElement.getAttribute('role') ?? document.activeElement.id");

  test('an empty list says how to save', async () => {
    await says(list, 'Nothing saved yet');
    await says(list, 'choose Save');
    expect(await barriers(list)).toEqual([]);
  });

  test('a long list draws a window of it, tells how long it is, and finds as one types', async () => {
    await opened(3_000);
    expect(await list.evaluate("document.querySelector('[role=grid]').ariaRowCount ?? document.querySelector('[role=grid]').getAttribute('aria-rowcount')")).toBe('3001');
    expect((await rows()).length).toBeLessThan(100);
    expect((await rows())[0]).toContain('at least 3,099');
    await list.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await until('the last row', async () => (await rows()).some((row) => row.includes('at least 100 ')));
    await list.evaluate('scrollTo(0, 0)');
    await type(list, '#search', 'REPORT 2999');
    await says(list, '1 of 3,000');
    expect(await rows()).toHaveLength(1);
    await type(list, '#search', 'no such words');
    await says(list, 'No saved claim fits all of this.');
    await clickIn(list, 'button', 'Clear');
    await says(list, '3,000 claims');
  });

  test('printed are all rows that fit the filter, up to what paper is for, and nothing that can be pressed', async () => {
    await opened(2_100);
    const print = async (): Promise<{ rows: number; first: string; last: string; says: string }> => {
      await list.evaluate("void dispatchEvent(new Event('beforeprint'))");
      const sheet = await list.evaluate<{ rows: number; first: string; last: string; says: string }>(`(() => {
        const rows = [...document.querySelectorAll('.printed tbody tr')].map((row) => row.textContent);
        return { rows: rows.length, first: rows[0], last: rows.at(-1), says: document.querySelector('.printed > p')?.textContent ?? '' };
      })()`);
      await list.evaluate("void dispatchEvent(new Event('afterprint'))");
      expect(await list.evaluate("document.querySelector('.printed').childElementCount")).toBe(0);
      return sheet;
    };
    const all = await print();
    expect(all).toMatchObject({ rows: 2_000, says: 'The first 2,000 of 2,100 claims are printed. An export holds all of them.' });
    expect(all.first).toContain('at least 2,199');
    expect(all.first).toContain('https://www.news.example/varland');
    await type(list, '#search', 'bridge');
    await says(list, '525 of 2,100');
    const some = await print();
    expect(some).toMatchObject({ rows: 525, says: '' });
    expect(some.last).toContain('at least 101');
    expect((await rows()).length).toBeLessThan(100);
  });

  test('with keys alone: moved, selected, tagged, removed, and that undone', async () => {
    await opened(30);
    await list.press('/');
    expect(await focused()).toBe('search');
    await list.evaluate("document.querySelector('[role=grid]').focus()");
    await list.press('Space');
    await list.press('Shift+ArrowDown');
    await list.press('Shift+ArrowDown');
    await says(list, '3 selected');
    await list.press('Delete');
    await says(list, '3 claims removed.');
    await says(list, '27 claims');
    expect(await kept(list)).toHaveLength(27);
    await clickIn(list, '.said button', 'Undo');
    await says(list, 'Undone: 3 claims are as they were.');
    await says(list, '30 claims');
    await list.evaluate("document.querySelector('[role=grid]').focus()");
    await list.press('Control+a');
    await says(list, '30 selected');
    await clickIn(list, '.bulk button', 'Tag');
    await type(list, '#given', 'Chapter 2; to check');
    await list.press('Enter');
    await says(list, '30 claims changed.');
    expect((await kept(list)).every(({ tags }) => tags.includes('Chapter 2') && tags.includes('to check'))).toBe(true);
    await clickIn(list, '.bulk button', 'Move');
    await type(list, '#given', 'Thesis');
    await list.press('Enter');
    await until('the collection', async () => (await kept(list)).every(({ collection }) => collection === 'Thesis'));
    await list.evaluate("document.querySelector('[role=grid]').focus()");
    await list.press('Escape');
    await until('nothing selected', async () => !(await list.evaluate<boolean>("document.querySelector('.bulk') !== null")));
  });

  test('everybody can use it: light, dark, in Arabic', async () => {
    await opened(12);
    await list.evaluate("document.querySelector('.body input').click()");
    for (const theme of ['light', 'dark']) {
      await choose(list, 'theme', theme);
      expect(await barriers(list), theme).toEqual([]);
    }
    await choose(list, 'language', 'ar');
    await says(list, 'الأقوال المحفوظة');
    expect(await list.evaluate('document.documentElement.dir')).toBe('rtl');
    expect(await barriers(list)).toEqual([]);
    await choose(list, 'language', null);
    await choose(list, 'theme', null);
  });
});
