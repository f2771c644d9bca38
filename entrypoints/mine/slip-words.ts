import { CHOICES, type EstimateField, type QuestionField } from '../../lib/mine/fields.ts';
import type { Slip } from '../../lib/mine/slip.ts';
import { codeWord, type Words } from '../../lib/card/words.ts';

/** What is wrong, in the reader's words. */
export const slipText = ({ code, given }: Slip, { t }: Words): string => t(`mine_p_${code.replaceAll('-', '_')}`, [given]);

export const fieldText = (field: QuestionField | EstimateField, { t }: Words): string => t(`mine_f_${field}`);

/** A choice in words; those that cards show are called as on cards. */
export function choiceText(field: keyof typeof CHOICES, value: string, { t }: Words): string {
  if (field === 'measure' || field === 'group') return codeWord(t, field, value);
  if (field === 'role' && value !== 'other') return t(`card_kind_${value}`);
  return t(`mine_c_${field}_${value === '' ? 'no' : value.replaceAll('-', '_')}`);
}
