// The claims database, looked through without a page: found, opened, walked from question to question.
import { expect, test } from 'vitest';
import { barriers, clickIn, inBothBrowsers, says } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';
import { type } from './harness/form.ts';

inBothBrowsers((world) => {
  /** What stands in the root in which the answers are drawn. */
  const answers = (page: Tab): Promise<string> => page.evaluate<string>("document.querySelector('.answers div')?.shadowRoot?.textContent ?? ''");
  const find = (page: Tab, text: string): Promise<void> => type(page, '#find', text);

  test('an event is found, a question opened, and another one from there', async () => {
    const page = await world().driver.own('browse');
    await says(page, 'Gaza war since October 2023');
    await find(page, 'mosul coalition');
    await until('fewer events', () => page.evaluate<boolean>("document.querySelectorAll('.event').length < 5"));
    await clickIn(page, '.event a', 'Civilians killed by coalition and Iraqi fire');
    await until('the answers', async () => (await answers(page)).includes('Associated Press'));
    expect(await answers(page)).toContain('at least 3,200');
    expect(await page.evaluate('location.hash')).toBe('#question=mosul-2016-17-civilians-killed-coalition-iraqi');
    await clickIn(page, 'article section a', 'Civilians killed by Islamic State');
    await until('the other question', () => page.evaluate<boolean>("location.hash.endsWith('-isis')"));
    await page.back();
    await until('the first question again', async () => (await answers(page)).includes('at least 3,200'));
    await page.close();
  });

  test('every source is listed with what it is and how much of it is here', async () => {
    const page = await world().driver.own('browse');
    await clickIn(page, 'nav a', 'Sources');
    await find(page, 'airwars');
    await until('Airwars', () => page.evaluate<boolean>("[...document.querySelectorAll('tbody tr')].some((row) => /Airwars/.test(row.textContent) && /Monitoring group/.test(row.textContent))"));
    await page.close();
  });

  test('axe finds nothing, light and dark, in the list and at a question', async () => {
    const page = await world().driver.own('browse');
    await says(page, 'Gaza war since October 2023');
    await find(page, 'mosul');
    for (const theme of ['light', 'dark']) {
      await page.evaluate(`void (document.documentElement.dataset.theme = '${theme}')`);
      expect(await barriers(page), theme).toEqual([]);
    }
    await clickIn(page, '.event a', 'Civilians killed by coalition and Iraqi fire');
    await until('the answers', async () => (await answers(page)).includes('Associated Press'));
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});
