// The fields of a draft, read one by one; what is wrong with them gathers as slips.
import { CHOICES, isChoice, tidy, type EstimateField, type QuestionField } from './fields.ts';
import type { Slip } from './slip.ts';

type Choice = keyof typeof CHOICES;

/** Of one draft: `slips` grows with what the readers of its fields find wrong. */
export function readDraft<F extends QuestionField | EstimateField>(draft: Readonly<Record<F, string>>) {
  const slips: Slip[] = [];
  const slip = (field: F, code: Slip['code'], given = ''): void => void slips.push({ field, code, given });

  /** Null: left empty. */
  const text = (field: F): string | null => tidy(draft[field]) || null;

  /** Empty only with a slip. */
  const needed = (field: F): string => {
    const value = text(field);
    if (value === null) slip(field, 'needed');
    return value ?? '';
  };

  const chosen = <C extends F & Choice>(field: C, fallback: (typeof CHOICES)[C][number]): (typeof CHOICES)[C][number] => {
    const value = text(field)?.toLowerCase() ?? '';
    if (value === '') return fallback;
    if (isChoice(field, value)) return value;
    slip(field, 'choice', CHOICES[field].join(', '));
    return fallback;
  };

  return { slips, slip, text, needed, chosen };
}
