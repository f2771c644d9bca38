// A page with figures and a card over it, for the tests of this folder. The closed shadow root is kept for looking in.
import { cdp, page as window_ } from 'vitest/browser';
import { cardStyle } from '../../../lib/card/style.ts';
import { mountCard } from '../../../lib/card/mount.tsx';
import type { CardHandle, CardOptions, CardSettings } from '../../../lib/card/options.ts';
import { cardView } from '../../../lib/card/rows.ts';
import type { CardView } from '../../../lib/card/rows.ts';
import { wordsFor } from '../../../lib/card/words.ts';
import { adopt } from '../../../lib/page/adopt.ts';
import { watchHover } from '../../../lib/page/hover.ts';
import { randomName } from '../../../lib/page/random-name.ts';
import { arabic, contentOf, english, sourcesOf } from '../../card-content.ts';
import type { Told } from '../../card-content.ts';

const sources = sourcesOf({
  watch: ['Harbour Watch', 'monitor'],
  guard: ['Coast Guard', 'belligerent'],
  tide: ['The Daily Tide', 'press'],
  post: ['Evening Post', 'press'],
  un: ['UN mission in Varland', 'intergovernmental'],
  survey: ['Salt Coast Survey', 'academic'],
});

export const TOLD: Told = {
  name: '',
  page: '2021-06-30',
  claim: { low: 40, high: 40, group: 'civilians', saidBy: 'the coast guard' },
  question: { title: 'Civilians killed by shelling of the Salt Coast since March 2021', rule: 'nearest-as-of', period: ['2021-03-01', null] },
  estimates: [
    { source: 'guard', role: 'party', low: 40, qualifier: 'at-least', as_of: '2021-05-31', url: 'https://guard.example/count', link: true, method: 'Own assessment', title: 'Monthly report' },
    { source: 'watch', low: 210, qualifier: 'at-least', as_of: '2021-06-28', series: 'watch--q', url: 'https://watch.example/', link: true, method: 'Local reports' },
    { source: 'watch', low: 260, qualifier: 'at-least', as_of: '2021-12-31', series: 'watch--q' },
    { source: 'tide', role: 'press', low: 300, high: 500, qualifier: 'range', as_of: '2021-06-01', comparable: 'partial', scope: { text: 'soldiers included' } },
    { source: 'post', role: 'press', low: 300, high: 500, qualifier: 'range', as_of: '2021-06-01', derived_from: ['tide'], status: 'restatement' },
    { source: 'un', role: 'un', best: 90, as_of: '2021-06-01', status: 'withdrawn' },
    { source: 'survey', role: 'academic', low: 150, best: 240, high: 390, qualifier: 'about', as_of: '2021-06-15', contested: true },
    { source: 'guard', role: 'party', qualifier: 'none', denies: 'figure', as_of: '2021-06-20', comparable: 'partial', scope: { text: 'about the survey' } },
  ],
  series: [{ id: 'watch--q', source: 'watch', qualifier: 'at-least', points: [['2021-03-31', 20], ['2021-05-31', 150], ['2021-12-31', 260]] }],
  related: [{ id: 'w', title: 'Civilians wounded by shelling of the Salt Coast', type: 'sibling', measure: 'wounded', figures: [{ source: 'Harbour Watch', best: 400, qualifier: 'about' }] }],
};

export function viewOf(told: Partial<Told> = {}, locale = 'en'): CardView {
  const content = contentOf({ ...TOLD, ...told }, sources);
  content.match.why = ['“civilians” and “killed” stand in the sentence'];
  return cardView(content, { words: wordsFor(locale === 'ar' ? arabic : english, locale), now: new Date('2022-01-08') });
}

export type Stage = {
  card: CardHandle;
  marks: Map<string, Range>;
  /** The card's element; null while none is open. */
  element(): HTMLElement | null;
  host(): HTMLElement | null;
  find<E extends Element = HTMLElement>(selector: string): E;
  states: { open: string | null; blocked: boolean }[];
  away: [string, boolean][];
  saves: [string, string | null | undefined][];
  end(): void;
};

const SETTINGS: CardSettings = { openDelay: 450, clickOnly: false, textSize: 1, theme: null };

export const HTML = `<p style="margin:40px 100px;font:20px/30px sans-serif">The guard says it has killed <span data-mark="a">40 civilians</span> so far.
  Others say <span data-mark="b">at least <b>210</b> people</span> died. <a href="#x">Read on</a></p>`;

/** Puts `html` on the page, marks every element with data-mark, and mounts the card. `mode` lets axe in, which needs an open root. */
export function stage({ html = HTML, settings = {}, view = () => viewOf(), beside = () => Promise.resolve(null), mode = 'closed' }: { html?: string; settings?: Partial<CardSettings>; view?: (mark: string) => CardView | null; beside?: CardOptions['besideOf']; mode?: ShadowRootMode } = {}): Stage {
  const range = document.createRange();
  range.selectNodeContents(document.body);
  range.deleteContents();
  document.body.append(range.createContextualFragment(html));
  document.body.style.margin = '0';

  const { attachShadow } = Element.prototype;
  let root: ShadowRoot | null = null;
  Element.prototype.attachShadow = function (this: Element, init) {
    return (root = attachShadow.call(this, { ...init, mode }));
  };
  const marks = new Map<string, Range>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-mark]')) {
    const mark = document.createRange();
    mark.selectNodeContents(element);
    marks.set(element.dataset['mark'] ?? '', mark);
  }
  const states: Stage['states'] = [];
  const away: Stage['away'] = [];
  const saves: Stage['saves'] = [];
  const options: CardOptions = {
    t: english,
    style: cardStyle,
    adopt,
    randomName,
    settings: { ...SETTINGS, ...settings },
    contentOf: view,
    besideOf: beside,
    rectsOf: (mark) => [...(marks.get(mark)?.getClientRects() ?? [])],
    onNotThisEvent: (mark, hidden) => away.push([mark, hidden]),
    onMethod: () => undefined,
    onSave: (mark, save) => {
      saves.push([mark, save]);
      return Promise.resolve(typeof save !== 'string' ? { save: 'batch:7', says: 'Saved' } : { save: null, says: '' });
    },
    onState: (state) => states.push(state),
  };
  const card = mountCard(options);
  const hover = new AbortController();
  watchHover({ marks, on: card.send }, hover.signal);
  const element = (): HTMLElement | null => root?.querySelector('.card') ?? null;
  return {
    card,
    marks,
    states,
    away,
    saves,
    element,
    host: () => (element() ? ((root?.host ?? null) as HTMLElement | null) : null),
    find<E extends Element = HTMLElement>(selector: string): E {
      const found = root?.querySelector<E>(selector);
      if (!found) throw new Error(`no ${selector} in the card`);
      return found;
    },
    end() {
      hover.abort();
      card.destroy();
      Element.prototype.attachShadow = attachShadow;
    },
  };
}

/** Opened long ago, so that the guard against stray clicks is over. */
export const opened = (mark = 'a', by: 'click' | 'key' = 'click') => ({ type: 'open' as const, mark, by, at: null, time: -1000 });

/** Until the browser has laid the card out and painted it. */
export async function painted(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(done));
}

/** Until the card has faded in: contrast and opacity are of what stays. */
export const faded = (on: Stage): Promise<unknown> => Promise.all(on.find('.card').getAnimations().map((a) => a.finished));

export const resize = (width: number, height: number): Promise<void> => window_.viewport(width, height);

let held = false;

/** The real pointer, by the window's coordinates: locators do not see into a closed root. */
export async function mouse(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: { x: number; y: number }, clickCount = 1): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const button = type === 'mouseMoved' && !held ? 'none' : 'left';
  if (type !== 'mouseMoved') held = type === 'mousePressed';
  await cdp().send('Input.dispatchMouseEvent', { type, x: x + frame.x, y: y + frame.y, button, buttons: held ? 1 : 0, clickCount });
}

export function middle(element: Element): { x: number; y: number } {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

export async function press(element: Element, clicks = 1): Promise<void> {
  const at = middle(element);
  for (let i = 1; i <= clicks; i++) {
    await mouse('mousePressed', at, i);
    await mouse('mouseReleased', at, i);
  }
}

/** A marked figure of the page, and the paragraph it stands in. */
export const span = (mark: string): HTMLElement => document.querySelector<HTMLElement>(`[data-mark="${mark}"]`) ?? document.body;
export const paragraph = (): HTMLElement => document.querySelector('p') ?? document.body;
