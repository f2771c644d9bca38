// What a reader does not see, or sees but does not read as the story: hidden text, controls, menus, boxes of links.
import { attribute, closest, find, findAll, hasAttributes, hasMany, matches, textOf } from './dom.ts';
import { OPT_OUT } from './opt-out.ts';

/** `flow`: left out, and the text around it runs on. `break`: left out, and what follows is a new block. */
export type Skip = 'flow' | 'break' | null;

/** `box`: may be a box beside the story. All that is not named here is a block of its own. */
export type Kind = 'inline' | 'flow' | 'break' | 'box' | 'block';

/** What each name stands for, by lists of names. */
export const byName = <V>(lists: readonly (readonly [V, string])[]): ReadonlyMap<string, V> => new Map(lists.flatMap(([value, names]) => names.split(' ').map((name) => [name, value] as const)));

const KINDS = byName<Kind>([
  ['inline', 'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s small span strike strong sub sup time tt u var slot'],
  // Never text of the page: not rendered, typed by the reader, or code. Around them the sentence goes on.
  ['flow', 'script style noscript template title object audio video canvas iframe svg math rt rp button select option textarea datalist output code kbd samp'],
  ['break', 'nav pre xmp plaintext listing'],
  ['box', 'div section ul ol aside dl table td li article figure p'],
]);

export const kindOf = (name: string): Kind => KINDS.get(name) ?? 'block';

/** Where somebody writes. */
export const EDITOR = '[contenteditable]:not([contenteditable="false" i]),[role="textbox"]';
/** Never the story, whatever they hold. */
const TOOLS = /^(?:menu|menubar|navigation|search|toolbar|tablist)$/;
/** Beside the story, unless the story itself was put into one: some sites open it in a dialog over the front page. */
const FRAMES = /^(?:banner|contentinfo|(?:alert)?dialog)$/;

/** Text meant for screen readers alone: it says again what can be seen, and has no place a mark could stand. */
const OFF_SCREEN = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|element-invisible|off-?screen|assistive-text)(?:$|[\s_])/i;

/** Names publishers give to what stands beside a story. Never enough alone: see `isBeside`. */
const BESIDE =
  /related|recommend|popular|trending|promo|sponsor|shar(?:e|ing)|social|breadcrumb|menu|taboola|outbrain|teaser|side-?bar|more-?(?:from|on|stories|news)|(?:most|also|see)-?(?:also|read|viewed)|read-?(?:more|next|also)|latest|headlines|footer|widget|carousel|(?:nav(?:bar|igation)?|rail|tags?)(?:$|[\s_-])/i;

/** Captions are rarely <figcaption>; they are more often a named <p> or <div>. */
const CAPTION = /(?:^|[\s_-])(?:caption|cutline|legend|photo-?text|image-?(?:text|desc\w*))(?:$|[\s_-])|[a-z]Caption|caption[A-Z-]/;
const MARKED = '[role],[hidden],[aria-hidden],[contenteditable],[data-tallyside]';

/** What an element's attributes say of it; null when it has none. `marked`: one of them may hide it or make it a tool. `named`: its names, if they tell anything. */
export type Traits = { marked: boolean; named: string } | null;

/** Remembers of which names nothing is to be learnt: a page has few, and each many times. */
export function traitsMap(): (element: Element) => Traits {
  // Most names say nothing; one look finds that out. Let go of with the reading, as what a browser compiles of it is 20 kB.
  const some = new RegExp([OFF_SCREEN, BESIDE, CAPTION].map((r) => r.source).join('|'), 'i');
  const telling = new Map<string, boolean>();
  return (element) => {
    if (!hasAttributes(element)) return null;
    const named = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
    let tells = telling.get(named);
    if (tells === undefined) telling.set(named, (tells = some.test(named)));
    return { marked: matches(element, MARKED), named: tells ? named : '' };
  };
}

export const isCaption = (traits: Traits): boolean => traits !== null && CAPTION.test(traits.named);

/** Boxes whose text is links to this extent are lists of other stories. */
const MOSTLY_LINKS = 0.4;

/** Letters of what is measured; the longest of 170 published pages with what it may leave out have 66,000. */
const LONG = 200_000;

/** Letters, a run of white space counted as one. A single one needs no replacing, and most are. */
const lengthOf = (text: string): number => text.replace(/\s\s+/g, ' ').length;

/** Whether enough of an element's text stands inside links; in an empty one, none is missing. Of one that is longer than anything beside a story, no. */
function isLinks(element: Element, budget: Budget): boolean {
  const text = textOf(element);
  if (text.length > LONG) return false;
  const whole = lengthOf(text);
  let linked = 0;
  for (const a of findAll(element, 'a[href]')) {
    linked += lengthOf(textOf(a));
    if (linked / whole > MOSTLY_LINKS) break;
  }
  budget.letters -= whole + linked;
  return !(linked / whole <= MOSTLY_LINKS);
}

/** A site puts the story itself under any name; what holds the story is never skipped for its name. Nothing beside a story is huge. */
const holdsStory = (element: Element): boolean => hasMany(element) || find(element, 'h1,article,main,[itemprop="articleBody"]') !== null;

/** What one reading may still spend on measuring boxes: how many, and letters of text. Boxes nested in boxes would cost the square. */
export type Budget = { boxes: number; letters: number };

/** A box beside the story: not around the story, and made of links. */
const isBeside = (element: Element, budget: Budget): boolean => budget.boxes-- > 0 && budget.letters > 0 && !holdsStory(element) && isLinks(element, budget);

function skipByAttribute(element: Element, budget: Budget): Skip {
  if (attribute(element, 'hidden') !== null) return 'flow';
  if (matches(element, OPT_OUT)) return 'break';
  // A dialog that opens sets aria-hidden on all the rest of the page; the rest can still be seen.
  if (attribute(element, 'aria-hidden') === 'true' && !holdsStory(element)) return 'flow';
  const role = attribute(element, 'role') ?? '';
  const aside = matches(element, EDITOR) || TOOLS.test(role) || (FRAMES.test(role) ? !holdsStory(element) : role === 'complementary' && isBeside(element, budget));
  return aside ? 'break' : null;
}

/** Whether an element whose kind leaves that open is left out, its ancestors apart. */
export function skipOf(element: Element, name: string, traits: Traits, budget: Budget): Skip {
  switch (name) {
    case 'sup':
      // "735[3] civilians": a note's mark glued to a figure would be read as its last digit.
      if (!/[a-z]/i.test(textOf(element))) return 'flow';
      break;
    case 'header':
      if (!holdsStory(element) && !closest(element, 'article,main,section')) return 'break';
      break;
    case 'footer':
      if (!closest(element, 'article,blockquote,figure') || isBeside(element, budget)) return 'break';
      break;
    case 'aside':
      if (isBeside(element, budget)) return 'break';
  }
  if (!traits) return null;
  const marked = traits.marked ? skipByAttribute(element, budget) : null;
  if (marked) return marked;
  if (traits.named === '') return null;
  if (OFF_SCREEN.test(traits.named)) return 'flow';
  return kindOf(name) === 'box' && BESIDE.test(traits.named) && isBeside(element, budget) ? 'break' : null;
}
