// English number words and what is written around numbers.
import type { Language } from '../../language.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

export const numbers: Language['numbers'] = [
  {
    role: 'unit',
    words: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    values: upTo(19),
  },
  { role: 'ten', words: 'twenty thirty forty fifty sixty seventy eighty ninety fourty', values: [20, 30, 40, 50, 60, 70, 80, 90, 40] },
  { role: 'hundred', words: 'hundred', values: [100] },
  { role: 'scale', words: 'thousand million billion mln bn lakh lakhs crore crores', values: [1e3, 1e6, 1e9, 1e6, 1e9, 1e5, 1e5, 1e7, 1e7] },
  { role: 'dozen', words: 'dozen score', values: [12, 20] },
  { role: 'couple', words: 'couple pair', values: [2, 2] },
  // Conventional bounds of the vague words, as the labelling rules of the evaluation set them.
  { role: 'vague', words: 'several', values: [3], high: [9] },
  { role: 'few', words: 'few handful', values: [3, 3], high: [9, 9] },
  {
    role: 'vagues',
    words: 'tens dozens scores hundreds thousands millions',
    values: [20, 24, 40, 200, 2000, 2e6],
    high: [99, 99, 99, 999, 9999, null],
  },
  {
    role: 'ordinal',
    words: 'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    values: upTo(19).map((n) => n + 1),
  },
  { role: 'fraction', words: 'thirds quarter quarters fifths', values: [0, 0, 0, 0] },
  { role: 'half', words: 'half', values: [0.5] },
  { role: 'zero', words: 'no nobody no_one no-one none zero', values: [0, 0, 0, 0, 0, 0] },
];

export const suffixes: Language['suffixes'] = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, st: 'ordinal', nd: 'ordinal', rd: 'ordinal', th: 'ordinal' };

export const tails: Language['tails'] = { plus: 'at-least', odd: 'about' };

export const qualifiers: Language['qualifiers'] = {
  'at-least': {
    before: 'at_least at_a_minimum_of at_the_very_least no_fewer_than not_fewer_than no_less_than not_less_than a_minimum_of minimum_of as_few_as',
    after: 'or_more at_least at_a_minimum at_the_least at_minimum',
  },
  'more-than': { before: 'more_than over upwards_of upward_of in_excess_of well_over just_over exceeding exceeded exceeds above beyond surpassed topped passed tops top exceed surpass past', after: 'plus' },
  'at-most': { before: 'up_to as_high_as as_many_as as_much_as at_most no_more_than not_more_than a_maximum_of not_exceeding no_greater_than at_the_most at_the_very_most', after: 'at_most at_the_most' },
  'less-than': { before: 'fewer_than less_than under below', after: 'or_fewer' },
  about: { before: 'about around some roughly approximately an_estimated estimated a_reported perhaps circa an_approximate approx approx. nearer nearer_to in_the_region_of in_the_order_of on_the_order_of of_the_order_of something_like more_or_less', after: 'or_so or_thereabouts' },
  nearly: { before: 'nearly almost close_to just_under near just_short_of little_short_of not_quite close_on approaching' },
};
