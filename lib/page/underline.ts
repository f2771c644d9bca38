// Marks under figures: CSS Custom Highlights over live ranges. No node of the page is touched; it sees no mutation.
import { adopt } from './adopt.ts';
import { hasMany, hostOf, localNameOf, parentOf } from './dom.ts';
import { holders } from './hover.ts';
import { randomName } from './random-name.ts';

export type Underline = {
  /** Marks these ranges and no others. `isBare`: there is nothing to set beside the figure, its dots are thinner. */
  show(marks: ReadonlyMap<string, Range>, isBare?: (id: string) => boolean): void;
  /** The mark whose card is open, or a figure that was gone to; null: none. */
  setActive(range: Range | null): void;
  /** Takes every trace away. */
  destroy(): void;
};

/** The version of Firefox; NaN elsewhere. */
const firefox = (): number => Number(/Firefox\/(\d+)/.exec(navigator.userAgent)?.[1]);

/** Places that may come before a mark without it losing its line until the page is read again. */
const SPARE = 99;

/**
 * The furthest place of an element among its siblings, on a page of so many elements that each style counts; else Infinity. In Firefox as well:
 * it takes all elements of a name anew, whatever else a rule says of them, and then seconds for each paragraph that comes before others.
 */
function furthest(last: ReadonlyMap<Node | null, Element>): number {
  if (firefox() || !hasMany(document.documentElement)) return Infinity;
  const place = new Range();
  let far = 0;
  for (const [parent, element] of last) {
    if (parent) place.selectNode(element);
    far = Math.max(far, place.startOffset);
  }
  return far;
}

/**
 * A bare `::highlight()` is one for every element, whose style the browser would compute anew: one for `p` costs no more
 * than the paragraphs, and one for the first of them (`within`: of their siblings) no more than those. Bare currentColor is
 * the colour of the marked words themselves, so one rule serves every ground; in color-mix() it would be the root's (Chromium 156).
 * Forced colours leave only the kind of line to tell the two apart.
 */
function css(holding: readonly string[], within: number, [mark = '', active = '', bare = '']: readonly string[]): string {
  const first = within < Infinity ? `:nth-child(-n+${within})` : '';
  const of = (name: string): string => holding.map((element) => `${CSS.escape(element)}${first}::highlight(${name})`).join();
  const line = 'text-decoration:underline';
  // Firefox before 146 draws no line in a highlight (MDN browser-compat-data, css/selectors/highlight).
  const faint = firefox() < 146;
  const ground = (percent: number): string => `background-color:rgb(128 128 128/${percent}%);`;
  return `@media screen{
${of(bare)}{${faint ? ground(7) : ''}${line} dotted 1px currentColor}
${of(mark)}{${faint ? ground(14) : ''}${line} dotted max(2.5px,.11em) currentColor}
${of(active)}{${ground(26)}${line} solid max(2.5px,.11em) currentColor}
@media(forced-colors:active){${of(active)}{${line} double 2px}}}`;
}

/** One set of names and one sheet for as long as it lives: with each new sheet the browser computes styles anew. */
export function underline(): Underline {
  const names = [randomName(), randomName(), randomName()] as const;
  const [name, activeName, bareName] = names;
  /** The elements that hold marks, by name: the sheet's rules are for these. */
  const holding = new Set<string>();
  /** How many of their siblings the rules are for. */
  let within = 0;
  let undress: (() => void) | null = null;

  /**
   * Notes the elements that hold a mark, in `last` by their parent, and what hosts them: the document's sheet does not reach into a shadow
   * root, but Chromium lets highlights inherit.
   */
  function hold(range: Range, last: Map<Node | null, Element>): void {
    for (let element of holders(range)) {
      // Of the marks in one element only the first is asked.
      for (; element && last.get(parentOf(element)) !== element; element = hostOf(element.getRootNode())) {
        holding.add(localNameOf(element));
        last.set(parentOf(element), element);
      }
    }
  }

  function draw(key: string, ranges: readonly Range[], priority = 0): void {
    if (ranges.length === 0) return void CSS.highlights.delete(key);
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    // The page can see and clear the registry, and Firefox lets us not iterate it: what is marked is known from here alone.
    CSS.highlights.set(key, highlight);
  }

  function destroy(): void {
    for (const key of names) CSS.highlights.delete(key);
    undress?.();
    undress = null;
    holding.clear();
    within = 0;
  }

  return {
    show(marks, isBare = () => false) {
      if (marks.size === 0) return destroy();
      const before = holding.size;
      const last = new Map<Node | null, Element>();
      const full: Range[] = [];
      const bare: Range[] = [];
      for (const [id, range] of marks) {
        hold(range, last);
        (isBare(id) ? bare : full).push(range);
      }
      const far = furthest(last);
      if (holding.size > before || far > within) {
        undress?.();
        within = far + SPARE;
        undress = adopt(document, css([...holding], within, names));
      }
      draw(name, full);
      // Forced colours would make them as loud as the others (Chromium paints every highlight as Highlight there).
      draw(bareName, bare.length > 0 && matchMedia('(forced-colors:active)').matches ? [] : bare);
    },
    setActive: (range) => draw(activeName, range ? [range] : [], 1),
    destroy,
  };
}
