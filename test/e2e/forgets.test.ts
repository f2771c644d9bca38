// Firefox set to "Always use private browsing mode": no extension may open a database. Figures have their cards all the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, clickOnCard, hover, KNOWN, pageOf, says, untilCard, untilMarked } from './harness/both.ts';
import { until, type Driver } from './harness/driver.ts';
import { launchFirefox } from './harness/firefox.ts';
import { openWeb, type Web } from './harness/web.ts';

const ADDRESS = 'http://news.example/forgotten';

let web: Web;
let driver: Driver;
beforeAll(async () => {
  web = await openWeb();
  web.serve(ADDRESS, { body: pageOf(KNOWN.sentence) });
  driver = await launchFirefox(web, { forgets: true });
});
afterAll(async () => {
  await driver.close();
  await web.close();
});

test('a figure has its card, from the claims in the package', async () => {
  const tab = await driver.newTab();
  await tab.goto(ADDRESS);
  await untilMarked(tab, KNOWN.mark);
  await hover(tab, KNOWN.mark);
  const card = await untilCard(tab);
  expect(card.text).toContain(KNOWN.question);
  expect(card.text).toContain('Associated Press');
  await clickOnCard(tab, 'Save');
  await until('the reason', async () => (await untilCard(tab)).text.includes('Private windows save nothing.') || null);
  await tab.close();
});

test('the list says that nothing can be kept, and why', async () => {
  const list = await driver.own('list');
  await says(list, 'Firefox is set to “Always use private browsing mode”');
  expect(await barriers(list)).toEqual([]);
  await list.close();
  // What is in the package can be looked through as ever.
  const browse = await driver.own('browse');
  await says(browse, 'Mosul');
  await browse.close();
  expect(driver.errors()).toEqual([]);
});
