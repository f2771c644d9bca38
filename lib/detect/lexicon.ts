// A language's word lists, compiled once into one map from word to what it may be.
import type { Bound } from '../claim/amount.ts';
import type { Group, Measure } from '../claim/claim.ts';
import { CLASSES } from './language.ts';
import type { Class, Frame, Language, Mark, NumberRole } from './language.ts';

/** One bit per class, so that a token is asked for many classes at once. */
export const T = Object.fromEntries(CLASSES.map((name, i) => [name, 1 << i])) as Record<Class, number>;

export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'both' | 'ing';

export type Word = {
  tags: number;
  measure: Measure | null;
  frame: Frame | null;
  form: VerbForm | null;
  group: Group | null;
  plural: boolean;
  soft: boolean;
  result: boolean;
  crowd: boolean;
  bound: Bound | null;
  boundAfter: Bound | null;
  number: { role: NumberRole; value: number; high: number | null } | null;
  marks: ReadonlySet<Mark>;
};

/** A word or several that belong together: those behind the first, and what they are. */
export type Entry = { rest: readonly string[]; word: Word };
/** `ahead`: how many tokens must be known to tell what the first of them begins, and whether a sentence ends there. */
export type Lexicon = { language: Language; words: Map<string, Word>; phrases: Map<string, Entry[]>; ahead: number; abbreviations: Set<string>; months: Map<string, number> };

const NONE: ReadonlySet<Mark> = new Set();

const blank = (): Word => ({
  tags: 0,
  measure: null,
  frame: null,
  form: null,
  group: null,
  plural: false,
  soft: false,
  result: false,
  crowd: false,
  bound: null,
  boundAfter: null,
  number: null,
  marks: NONE,
});

export const UNKNOWN: Word = blank();

const list = (words: string): string[] => words.split(' ').filter(Boolean);

const cache = new WeakMap<Language, Lexicon>();

/** The compiled lexicon of a language; made on first use. */
export function lexiconOf(language: Language): Lexicon {
  let lexicon = cache.get(language);
  if (!lexicon) cache.set(language, (lexicon = compile(language)));
  return lexicon;
}

function compile(language: Language): Lexicon {
  const words = new Map<string, Word>();
  const phrases = new Map<string, Entry[]>();
  const joined = new Map<string, Word>();

  const entry = (name: string): Word => {
    if (!name.includes('_')) {
      let word = words.get(name);
      if (!word) words.set(name, (word = blank()));
      return word;
    }
    let word = joined.get(name);
    if (!word) {
      joined.set(name, (word = blank()));
      const [first = '', ...rest] = name.split('_');
      const same = phrases.get(first);
      if (same) same.push({ rest, word });
      else phrases.set(first, [{ rest, word }]);
    }
    return word;
  };
  const add = (name: string, tags: number, rest: Partial<Word> | null = null): void => {
    const word = entry(name);
    word.tags |= tags;
    if (rest !== null) Object.assign(word, rest);
  };
  const mark = (name: string, as: Mark): void => {
    const word = entry(name);
    word.marks = new Set(word.marks).add(as);
  };
  const noun = (name: string, tags: number, rest: Partial<Word>): void => {
    const [one = '', many] = name.split('/');
    add(one, tags, rest);
    add(many ?? language.plural(one), tags, { ...rest, plural: true });
  };
  const verb = (name: string, rest: Partial<Word>): void => {
    const [head = '', ...tail] = name.split('_');
    const end = tail.length > 0 ? `_${tail.join('_')}` : '';
    let forms = head.split('/');
    if (forms.length === 1) {
      const [present, past, ing] = language.verb(head);
      forms = [head, present, past, past, ing];
    }
    const [base = '', present = '', past = '', participle = '', ing = ''] = forms;
    if (base !== '-') add(base + end, T.verb, { ...rest, form: 'base' });
    if (present !== '-') add(present + end, T.verb, { ...rest, form: 'present' });
    if (ing !== '-') add(ing + end, T.verb, { ...rest, form: 'ing' });
    add(past + end, T.verb, { ...rest, form: past === participle ? 'both' : 'past' });
    if (past !== participle) add(participle + end, T.verb, { ...rest, form: 'participle' });
  };

  for (const [name, names] of Object.entries(language.classes) as [Class, string][]) for (const w of list(names)) add(w, T[name]);
  for (const w of list(language.excluded)) noun(w, T.excluded, {});
  for (const [group, names] of Object.entries(language.people) as [Group, string][]) for (const w of list(names)) noun(w, T.person, { group });
  for (const v of language.events) for (const w of list(v.words)) noun(w, T.event, { measure: v.measure });
  for (const v of language.victims)
    for (const w of list(v.words)) noun(w, T.victim, { measure: v.measure, soft: v.soft ?? false, group: v.group ?? null });
  for (const v of language.states) for (const w of list(v.words)) add(w, T.state, { measure: v.measure, result: v.result ?? false });
  for (const v of language.verbs) for (const w of list(v.words)) verb(w, { measure: v.measure, frame: v.frame, soft: v.soft ?? false, crowd: v.crowd ?? false });
  for (const v of language.tolls) for (const w of list(v.words)) add(w, T.toll, v.measure ? { measure: v.measure } : {});
  for (const v of language.outcomes) for (const w of list(v.words)) add(w, T.adverb, { measure: v.measure });
  for (const [bound, q] of Object.entries(language.qualifiers) as [Bound, { before: string; after?: string }][]) {
    for (const w of list(q.before)) entry(w).bound = bound;
    for (const w of list(q.after ?? '')) entry(w).boundAfter = bound;
  }
  for (const n of language.numbers)
    list(n.words).forEach((w, i) => {
      const value = n.values[i] ?? 0;
      entry(w).number = { role: n.role, value, high: n.high?.[i] === undefined ? value : n.high[i] };
    });
  for (const [name, names] of Object.entries(language.marks) as [Mark, string][]) for (const w of list(names)) mark(w, name);
  for (const name of language.months.split(/[ /]/)) mark(name, 'month');
  const months = new Map(list(language.months).flatMap((names, i) => names.split('/').map((name): [string, number] => [name, i + 1])));
  for (const same of phrases.values()) same.sort((a, b) => b.rest.length - a.rest.length);
  const ahead = 2 + Math.max(0, ...[...phrases.values()].map(([longest]) => longest?.rest.length ?? 0));
  return { language, words, phrases, ahead, abbreviations: new Set(list(language.abbreviations)), months };
}
