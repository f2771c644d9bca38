// English.
import type { Language } from '../../language.ts';
import { excluded } from './excluded.ts';
import { gateWords } from './gate.ts';
import { events, outcomes, states, tolls, verbs, victims } from './harm.ts';
import { numbers, qualifiers, suffixes, tails } from './numbers.ts';
import { people } from './people.ts';
import { abbreviations, classes, marks, months } from './structure.ts';

export const english: Language = {
  code: 'en',
  classes,
  marks,
  excluded,
  people,
  victims,
  events,
  verbs,
  states,
  outcomes,
  tolls,
  qualifiers,
  numbers,
  suffixes,
  tails,
  abbreviations,
  months,
  apostrophe: { within: 't', behind: 's' },
  endings: {
    adverb: 'ly',
    past: 'ed',
    ongoing: 'ing',
    person: 'ans ians men women ers ors ists ees ants crats eers ese iards arians nationals',
    agedPerson: 'year-old year-olds years-old month-old month-olds -olds',
    plural: 's',
  },
  mayHarm: gateWords().word,
  plural: (noun) => (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`),
  verb: (base) => {
    const stem = base.endsWith('e') ? base.slice(0, -1) : /^(?:gun|round|mow|wipe|strip|trap|pin|stab)$/.test(base) && /[npb]$/.test(base) ? base + base.slice(-1) : base;
    return [/(?:s|x|ch|sh)$/.test(base) ? `${base}es` : `${base}s`, `${stem}ed`, `${stem}ing`];
  },
};
