// What a language must supply to be read: words and endings, never code paths. The engine knows only these classes.
import type { Bound } from '../claim/amount.ts';
import type { Group, Measure } from '../claim/claim.ts';

/** Classes of words that carry structure. A word may be in several; the engine asks for what it needs. */
export const CLASSES = [
  'det', // the, a, their, 's
  'and', // and, or
  'of',
  'prep',
  'by', // introduces the hand that did it
  'including', // opens a list of part of the people just counted
  'relative', // who, which, that
  'subordinate', // after, when, because: a new clause
  'be', // makes a passive with a participle
  'have', // makes a perfect with a participle
  'modal', // could, would, may
  'to',
  'not',
  'adverb',
  'pronoun',
  'person', // counts as people
  'victim', // counts casualties by itself: deaths, bodies, hostages
  'toll', // toll, tally, number
  'event', // death, killing, massacre: "of" its victims
  'verb', // casualty verb
  'state', // dead, missing, homeless
  'finite', // another verb in a form that must be finite
  'transparent', // reported, found, left, feared: the state comes after
  'report', // said, told
  'rise', // rose to, stands at, reached
  'excluded', // years, dollars, reports, dogs: never people harmed
  'date', // months and weekdays
  'other', // others, more
  'them', // them, whom
  'life', // lives
  'group', // group of, total of
] as const;
export type Class = (typeof CLASSES)[number];

/** `object`: the one it is done to (and the subject of its passive). `subject`: the one who does it ("died"). */
export type Frame = 'object' | 'subject' | 'either';

/** How a number word combines. `vague` and `ordinal` values are lower ends; see `high`. */
export type NumberRole = 'unit' | 'ten' | 'hundred' | 'scale' | 'dozen' | 'vague' | 'few' | 'vagues' | 'ordinal' | 'fraction' | 'zero' | 'half' | 'couple';

/** Small roles that single words play in a rule, each with words that play it; after a colon, what the rule makes of them. */
export type Mark =
  | 'article' // a, an
  | 'possessive' // 's
  | 'increment' // another 50
  | 'more' // 50 more
  | 'hypothetical' // could, feared, threatened
  | 'deadly' // fatal injuries
  | 'suffer' // suffered minor burns
  | 'takes' // claimed 12 lives
  | 'between' // between 9 and 11
  | 'to' // 6 to 8
  | 'or' // six or seven; killed or wounded
  | 'from' // rose from 6 to 8; taken from the clinic
  | 'in' // one in five
  | 'per' // 12 deaths per 100,000
  | 'percent' // 15 per cent
  | 'name' // "No. 21", "aged 34": the digits name something
  | 'money' // $, euros
  | 'since' // since, from, starting: a time that begins
  | 'until' // until, by, as of: a time that ends
  | 'during' // in, on, during: a time within
  | 'about-time' // early, late, mid
  | 'lately' // yesterday, last week: a time that needs the page's date
  | 'according' // according to: who says so comes after
  | 'area' // province, city: part of a place's name
  | 'assault' // killed in Israeli air strikes
  | 'force' // army, forces: can act though they are not counted
  | 'source' // ministry, reports: can speak
  | 'place' // in, near, outside: before a name, where
  | 'safe' // evacuated safely
  | 'patient' // taken, rushed, recovering: said of people whom a clinic behind it makes wounded
  | 'clinic' // hospital, infirmary
  | 'superlative' // one of the worst killings
  | 'serious' // no serious injuries: light ones there may be
  | 'tells-who' // identified them as two guards
  | 'shift' // down from 799
  | 'living' // interviews with 400 victims
  | 'up-to' // the toll has gone up to 40
  | 'goes' // the toll has gone up to 40: with the verb, 'up to' is no bound
  | 'out' // three out of ten
  | 'each' // of every ten
  | 'of-which' // of which 12 were killed: opens a clause about them
  | 'point' // counts twenty, and is a result in a game as well
  | 'acronym' // in capitals it is a name: two IS fighters
  | 'clock' // 9 p.m.
  | 'decade' // the late 60's
  | 'register' // voters, enrolled: the dead of a list
  | 'beside' // shot along with three others
  | 'among' // among the dead were 14
  | 'absolute' // with 12 people injured
  | 'time' // that day
  | 'general' // people, men: names no group
  | 'gravely' // one critically
  | 'says' // the army says 150: a rival figure for what was just counted
  | 'at' // put the number at 12
  | 'numbering' // the dead number in the thousands
  | 'multiple' // twice the 300 given before
  | 'did' // the army says 40 did
  | 'ask' // how many died
  | 'spared' // sentenced five to death
  | 'years-old' // 17 years old
  | 'ages' // ages 17 and 22
  | 'loses' // lost 12 soldiers
  | 'victims' // victims: what they suffered stands elsewhere
  | 'again' // he, it: a pronoun for the one who spoke before
  | 'credits' // shows, suggests: says something of figures, though it is no verb of saying
  | 'they' // they, he: a pronoun subject
  | 'one' // one soldier: a number unless it stands for somebody
  | 'before-one' // no one, the one: it counts nobody
  | 'after-one' // one another, one day, one who: the same
  | 'suspects' // three suspected smugglers
  | 'needs-noun' // no dead, zero injuries: alone it denies nothing
  | 'survives' // survivors: no dead
  | 'personal' // arrested: done to people alone
  | 'houses' // housed, sheltered: of students as well
  | 'shelter' // in camps, after the flood
  | 'carries' // flew four climbers to a clinic: said of those who bring them
  | 'units' // the brigade lost 40 men
  | 'seizes' // seized 40 students, and rifles
  | 'swindle' // victims of a scam
  | 'animal' // 600 bat deaths
  | 'search' // in search of 11 more
  | 'rescuer' // those who search for the missing
  | 'compared' // compared with 236 in 2014
  | 'institution' // two governing bodies
  | 'bodies' // body, bodies: of the dead, or of an institution
  | 'rescues' // rescued 11 victims: what was done to them is over
  | 'kin' // lost two sons
  | 'treated' // in hospital
  | 'illness' // in hospital with a fever
  | 'prisoners' // took 200 prisoners
  | 'lacks' // 12 dead and two million without power: how they fare
  | 'except' // all but two died; 12 rather than 14
  | 'less' // fell by 30, a drop of 30: a difference, and nobody's number
  | 'fewer' // 30 fewer deaths: the same
  | 'target' // a target of no more than 120 deaths
  | 'earlier' // the year before, the previous year: the one before the year just named
  | 'year' // year
  | 'month'; // 22 June 89: made from the months

/**
 * Word lists are strings of words parted by spaces. Inside a word `_` is a space, `*` any determiner;
 * `a/b/c/d/e` gives the forms of an irregular verb (base, present, past, participle, -ing; `-` for one that is not used), `a/b` a noun's singular and plural.
 */
export type Language = {
  code: string;
  classes: Partial<Record<Class, string>>;
  /** Nouns that are never people harmed; both numbers are derived. */
  excluded: string;
  people: Partial<Record<Group, string>>;
  /** Nouns that count casualties by themselves. `soft`: a predicate in the clause decides first ("two hostages were killed"). */
  victims: readonly { measure: Measure; words: string; soft?: boolean; group?: Group }[];
  events: readonly { measure: Measure; words: string }[];
  /** `crowd`: said of few, it is an escape and no harm ("two men fled"). */
  verbs: readonly { measure: Measure; frame: Frame; words: string; soft?: boolean; crowd?: boolean }[];
  /** Running counts: "death toll". Without a measure the words around tell it ("the number of dead"). */
  tolls: readonly { measure: Measure | null; words: string }[];
  states: readonly { measure: Measure; words: string; result?: boolean }[];
  /** Adverbs that decide the outcome: "fatally". */
  outcomes: readonly { measure: Measure; words: string }[];
  qualifiers: Partial<Record<Bound, { before: string; after?: string }>>;
  marks: Record<Exclude<Mark, 'month'>, string>;
  numbers: readonly { role: NumberRole; words: string; values: readonly number[]; high?: readonly (number | null)[] }[];
  /** Suffixes glued to digits: "45k", "12th". */
  suffixes: Record<string, number | 'ordinal' | 'percent'>;
  /** Words hung to digits by a hyphen: "350-plus". */
  tails: Record<string, Bound>;
  /** Letters at an apostrophe. `within`: alone behind it, part of the word before ("wasn't"); `behind`: it closes a possessive ("workers'"). */
  apostrophe: { within: string; behind: string };
  /** The twelve months, spellings of one parted by a stroke. */
  months: string;
  abbreviations: string;
  endings: { adverb: string; past: string; ongoing: string; person: string; agedPerson: string; plural: string };
  /** A cheap look: false only where no word of harm stands, so that most of a page need not be taken apart. */
  mayHarm(text: string): boolean;
  plural(noun: string): string;
  /** Present, past and -ing form of a regular verb. */
  verb(base: string): readonly [string, string, string];
};
