// Marks under figures: CSS Custom Highlights over live ranges. No node of the page is touched; it sees no mutation.
import { adopt } from './adopt.ts';
import { hostOf, localNameOf, nodeTypeOf } from './dom.ts';
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

/** Firefox before 146 draws no line in a highlight (MDN browser-compat-data, css/selectors/highlight). */
const noLine = (): boolean => /Firefox\/(?:1[0-3]\d|14[0-5])\./.test(navigator.userAgent);

/**
 * A bare `::highlight()` is one for every element, whose style the browser would compute anew: one for `p` costs no more
 * than the paragraphs. Bare currentColor is the colour of the marked words themselves, so one rule serves every ground; in
 * color-mix() it would be the root's (Chromium 156).
 * Forced colours leave only the kind of line to tell the two apart.
 */
function css(holding: readonly string[], [mark = '', active = '', bare = '']: readonly string[]): string {
  const of = (name: string): string => holding.map((element) => `${CSS.escape(element)}::highlight(${name})`).join();
  const line = 'text-decoration:underline';
  const faint = noLine();
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
  let undress: (() => void) | null = null;

  /** Where a mark is in a shadow root, what hosts it as well: the document's sheet does not reach in, but Chromium lets highlights inherit. */
  function hold(range: Range, known: Set<Node>): void {
    const { startContainer: start, endContainer } = range;
    const only = start === endContainer && nodeTypeOf(start) === 3 ? start.parentElement : null;
    if (only && known.has(only)) return;
    for (const element of only ? [only] : holders(range)) {
      known.add(element);
      holding.add(localNameOf(element));
    }
    for (let host = hostOf(start.getRootNode()); host; host = hostOf(host.getRootNode())) holding.add(localNameOf(host));
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
  }

  return {
    show(marks, isBare = () => false) {
      if (marks.size === 0) return destroy();
      const before = holding.size;
      const known = new Set<Node>();
      const full: Range[] = [];
      const bare: Range[] = [];
      for (const [id, range] of marks) {
        hold(range, known);
        (isBare(id) ? bare : full).push(range);
      }
      if (holding.size > before) {
        undress?.();
        undress = adopt(document, css([...holding], names));
      }
      draw(name, full);
      // Forced colours would make them as loud as the others (Chromium paints every highlight as Highlight there).
      draw(bareName, bare.length > 0 && matchMedia('(forced-colors:active)').matches ? [] : bare);
    },
    setActive: (range) => draw(activeName, range ? [range] : [], 1),
    destroy,
  };
}
