// Off is off at once, without loading the page again; on is on at once.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clickIn, inBothBrowsers, KNOWN, marksIn, pageOf, untilMarked, untilUnmarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const HERE = 'http://news.example/a';
const THERE = 'http://www.other.example/b';

const SITE = 'header .switch';
const ALL = 'footer .switch';

inBothBrowsers((world) => {
  let here: Tab;
  let there: Tab;
  let popup: Tab;
  beforeEach(async () => {
    const { driver, web } = world();
    web.serve(HERE, { body: pageOf(KNOWN.sentence) });
    web.serve(THERE, { body: pageOf(KNOWN.sentence) });
    there = await driver.newTab();
    await there.goto(THERE);
    await there.toFront();
    await untilMarked(there, KNOWN.mark);
    here = await driver.newTab();
    await here.goto(HERE);
    await here.toFront();
    await untilMarked(here, KNOWN.mark);
    await here.evaluate('void (window.sameDocument = true)');
    popup = await driver.popup();
    await says('One figure on this page');
  });
  afterEach(async () => {
    for (const tab of [popup, here, there]) await tab.close();
  });

  const says = (words: string): Promise<unknown> => until(`the popup to say “${words}”`, () => popup.evaluate<boolean>(`document.body.textContent.includes(${JSON.stringify(words)})`));

  test('for one site', async () => {
    await clickIn(popup, SITE);
    await untilUnmarked(here);
    await says('Off for this site');
    expect(await marksIn(there)).toHaveLength(1);

    await here.reload();
    await says('Off for this site');
    expect(await marksIn(here)).toEqual([]);

    await here.evaluate('void (window.sameDocument = true)');
    await clickIn(popup, SITE);
    await here.toFront();
    await untilMarked(here, KNOWN.mark);
    expect(await here.evaluate('window.sameDocument')).toBe(true);
    await says('One figure on this page');
  });

  test('for all sites', async () => {
    await clickIn(popup, ALL);
    await untilUnmarked(here);
    await untilUnmarked(there);
    await says('Off for all sites');
    expect(await here.evaluate('window.sameDocument')).toBe(true);

    await clickIn(popup, ALL);
    await here.toFront();
    await untilMarked(here, KNOWN.mark);
    await there.toFront();
    await untilMarked(there, KNOWN.mark);
  });

  test('an off site stays off when all are switched off and on', async () => {
    await clickIn(popup, SITE);
    await says('Off for this site');
    await clickIn(popup, ALL);
    await says('Off for all sites');
    await clickIn(popup, ALL);
    await says('Off for this site');
    await there.toFront();
    await untilMarked(there, KNOWN.mark);
    expect(await marksIn(here)).toEqual([]);
    await clickIn(popup, SITE);
    await here.toFront();
    await untilMarked(here, KNOWN.mark);
  });
});
