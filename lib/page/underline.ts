// Marks under figures: CSS Custom Highlights over live ranges. No node of the page is touched; it sees no mutation.
import { adopt } from './adopt.ts';
import { randomName } from './random-name.ts';

export type Underline = {
  readonly ranges: ReadonlyMap<string, Range>;
  /** The mark whose card is open, or a figure that was gone to; null: none. */
  setActive(range: Range | null): void;
  /** Takes every trace away. */
  destroy(): void;
};

/** Firefox before 146 draws no line in a highlight (MDN browser-compat-data, css/selectors/highlight). */
const NO_LINE = /Firefox\/(?:1[0-3]\d|14[0-5])\./.test(globalThis.navigator?.userAgent ?? '');

/**
 * Bare currentColor is the colour of the marked words themselves, so one rule serves every ground; in color-mix() it
 * would be the root's (Chromium 156).
 * Forced colours leave only the kind of line to tell the two apart.
 */
const css = (mark: string, active: string, bare: string): string => `@media screen{
::highlight(${bare}){${NO_LINE ? 'background-color:rgb(128 128 128/7%);' : ''}text-decoration:underline dotted 1px currentColor}
::highlight(${mark}){${NO_LINE ? 'background-color:rgb(128 128 128/14%);' : ''}text-decoration:underline dotted max(2.5px,.11em) currentColor}
::highlight(${active}){background-color:rgb(128 128 128/26%);text-decoration:underline solid max(2.5px,.11em) currentColor}
@media(forced-colors:active){::highlight(${active}){text-decoration:underline double 2px}}}`;

/** `isBare`: there is nothing to set beside the figure, its dots are thinner. */
export function underline(marks: ReadonlyMap<string, Range>, isBare: (id: string) => boolean = () => false): Underline {
  const [name, activeName, bareName] = [randomName(), randomName(), randomName()];
  const undress = adopt(document, css(name, activeName, bareName));
  const rangesOf = (bare: boolean): Range[] => [...marks].flatMap(([id, range]) => (isBare(id) === bare ? [range] : []));
  // The page can see and clear the registry, and Firefox lets us not iterate it: what is marked is known from here alone.
  CSS.highlights.set(name, new Highlight(...rangesOf(false)));
  // Forced colours would make them as loud as the others (Chromium paints every highlight as Highlight there).
  const bare = matchMedia('(forced-colors:active)').matches ? [] : rangesOf(true);
  if (bare.length > 0) CSS.highlights.set(bareName, new Highlight(...bare));
  return {
    ranges: marks,
    setActive(range) {
      if (!range) return void CSS.highlights.delete(activeName);
      const active = new Highlight(range);
      active.priority = 1;
      CSS.highlights.set(activeName, active);
    },
    destroy() {
      for (const n of [name, activeName, bareName]) CSS.highlights.delete(n);
      undress();
    },
  };
}
