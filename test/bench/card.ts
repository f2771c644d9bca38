// How long a reader waits, in the built extension in Chromium and in Firefox: from a page's load to its marks, and from hand or keyboard to
// the painted card. The page's own clock, events and frames say when; painted is when the frame in which the card is laid out has been
// handed over. Of the pointer and the keyboard the time for which the reader asked the card to wait is left out.
import { openDelay } from '../../lib/settings/settings.ts';
import { pause, until, type Driver, type Tab } from '../e2e/harness/driver.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { launchFirefox } from '../e2e/harness/firefox.ts';
import { KNOWN, lineOf, middle, pageOf, untilMarked } from '../e2e/harness/both.ts';
import { openWeb, type Web } from '../e2e/harness/web.ts';
import { ensureBrowsers } from '../../lib/cli/browsers.ts';
import { buildExtension } from '../../lib/cli/build-extension.ts';
import { report, type Bar, type Row } from './report.ts';
import { at, median } from './statistics.ts';

const ROUNDS = process.argv.includes('--quick') ? 6 : 15;
/** A tab that asks more often than ten times is answered every five seconds (answer-page.ts): that is not what is measured. */
const LOADS = Math.min(ROUNDS, 10);
const ADDRESS = 'http://news.example/bench';

/** From the button the keyboard comes to a link that holds a mark. */
const BODY = `<button id="start">Start</button><p><a href="#more">Between 9,000 and 11,000 civilians were killed in the battle of Mosul</a>, the Associated Press found.</p><p>The UN mission in Iraq recorded at least 2,521 civilians killed in the battle of Mosul over the same months.</p><p style="height:40em"></p>`;

/**
 * Writes down when a card came up and what the reader had done last. A popover tells of itself before it is shown, and the next frame is the
 * one that holds it; whatever waits in the queue of messages comes after it is handed over.
 */
const WATCH = `<script>
  const last = {};
  const opened = [];
  for (const type of ['pointermove', 'click', 'focusin']) addEventListener(type, ({ timeStamp }) => { last[type] = timeStamp; }, true);
  addEventListener('beforetoggle', ({ newState }) => {
    if (newState !== 'open') return;
    const { port1, port2 } = new MessageChannel();
    const did = { ...last };
    port1.onmessage = () => opened.push({ ...did, painted: performance.now() });
    requestAnimationFrame(() => port2.postMessage(null));
  }, true);
  let marked = null;
  const look = () => { if (CSS.highlights.size > 0) marked = performance.now() - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd; else requestAnimationFrame(look); };
  requestAnimationFrame(look);
  const floor = (wait) => new Promise((done) => {
    const from = performance.now();
    const empty = document.createElement('div');
    empty.popover = 'manual';
    document.documentElement.append(empty);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { done(performance.now() - from - wait); empty.remove(); };
    setTimeout(() => { empty.showPopover(); requestAnimationFrame(() => port2.postMessage(null)); }, wait);
  });
</script>`;

type Opened = Partial<Record<'pointermove' | 'click' | 'focusin', number>> & { painted: number };
type Moment = { name: string; does(tab: Tab): Promise<void>; from: 'pointermove' | 'click' | 'focusin'; waits: boolean; before?: () => Promise<void> };

const corner = { x: 5, y: 5 };

// From far away: of the steps of the hand only the last is on the mark.
const POINTER: Moment = { name: 'pointer', from: 'pointermove', waits: true, does: async (tab) => tab.move(middle(await lineOf(tab, KNOWN.mark))) };
const MOMENTS: readonly Moment[] = [POINTER, { name: 'keyboard', from: 'focusin', waits: true, does: (tab) => tab.press('Tab') }];

/** Milliseconds from the hand or the keyboard to the card. On a busy machine a movement may be lost, and the hand moves again, as a reader's would. */
async function opening(tab: Tab, moment: Moment): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await opened(tab, moment);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function opened(tab: Tab, { does, from, waits, before }: Moment): Promise<number> {
  await tab.evaluate(`(() => { document.getElementById('start').focus(); opened.length = 0; })()`);
  await tab.move({ x: 9, y: 5 });
  await tab.move(corner);
  await before?.();
  await does(tab);
  const [card] = await until(`a card by ${from}`, async () => {
    const seen = await tab.evaluate<Opened[]>('opened');
    return seen.length > 0 ? seen : null;
  });
  await tab.press('Escape');
  await tab.move({ x: 9, y: 5 });
  return (card?.painted ?? 0) - (card?.[from] ?? 0) - (waits ? openDelay.initial : 0);
}

async function measure(driver: Driver, web: Web, killWorker: (() => Promise<void>) | null): Promise<Row[]> {
  const browser = driver.browser === 'chromium' ? 'Chromium' : 'Firefox';
  web.serve(ADDRESS, { body: pageOf(BODY + WATCH), headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' } });
  const reader = await driver.newTab();
  const marks: number[] = [];
  for (let round = 0; round < LOADS; round++) {
    await reader.goto(ADDRESS);
    await untilMarked(reader, KNOWN.mark);
    // The first page waits for the database to be installed, which is done once.
    if (round > 0) marks.push(await until('the time of the marks', () => reader.evaluate<number | null>('marked')));
  }
  await reader.close();
  const tab = await driver.newTab();
  const asleep: Moment[] = [];
  if (killWorker) {
    const before = async (): Promise<void> => {
      await killWorker();
      // It opens a tab of its own, and one behind another is not painted.
      await tab.toFront();
      await pause(300);
    };
    asleep.push({ ...POINTER, name: 'pointer, the worker asleep', before });
  }
  const moments = [...MOMENTS, ...asleep];
  const waits = new Map(moments.map(({ name }): [string, number[]] => [name, []]));
  // The first card of a page is made with all that a card is made of; those that follow are not.
  const first: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round < Math.ceil(ROUNDS / 2)) {
      await tab.goto(ADDRESS);
      await untilMarked(tab, KNOWN.mark);
      first.push(await opening(tab, POINTER));
    }
    floor.push(await tab.evaluate<number>(`floor(${openDelay.initial})`));
    for (const moment of moments) waits.get(moment.name)?.push(await opening(tab, moment));
  }
  const clicks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    clicks.push(
      await opening(tab, {
        name: 'click',
        from: 'click',
        waits: false,
        // In the same words but after the link: a click on a link is the link's.
        does: async (tab) => tab.click(middle(await lineOf(tab, '2,521'))),
      }),
    );
  }
  await tab.close();
  const bars: Bar[] = [{ of: 'median', atMost: 16 }, { of: 'p95', atMost: 33 }];
  const row = (metric: string, list: readonly number[], bars: Bar[]): Row => ({ line: 'card', metric: `${browser}, ${metric}`, unit: 'ms', median: median(list), p95: at(list, 0.95), n: list.length, ratio: bars.length > 0 ? { value: median(list) / median(floor), to: 'an empty popover' } : null, bars });
  return [
    row('page loaded to figures marked', marks, []),
    row('to painted card: the first of a page, pointer', first, bars),
    row('an empty popover after the same wait', floor, []),
    ...[...waits].map(([name, list]) => row(`to painted card: ${name}`, list, bars)),
    row('to painted card: click', clicks, bars),
  ];
}

ensureBrowsers(['chromium', 'firefox']);
const only = process.argv.includes('--chromium') ? ['chromium'] : process.argv.includes('--firefox') ? ['firefox'] : ['chromium', 'firefox'];
for (const name of only) {
  buildExtension(name === 'chromium' ? 'chrome' : 'firefox');
  const web = await openWeb();
  const chromium = name === 'chromium' ? await launchChromium(web) : null;
  const driver = chromium ?? (await launchFirefox(web));
  try {
    report(await measure(driver, web, chromium && (() => chromium.killWorker())));
  } finally {
    await driver.close();
    await web.close();
  }
}
