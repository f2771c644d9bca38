// The words of the card that do not depend on the figure. They travel to the page with the first card, in the reader's
// language, so that the page need not ask for them and every other page does not pay.
import type { Translate } from './words.ts';

/** Every key the card's components ask for; test/words.test.ts holds the list to the components. */
const FRAME = [
  'card_back', 'card_cite', 'card_cited', 'card_close', 'card_correct', 'card_corrected', 'card_corrected_to', 'card_empty', 'card_empty_question', 'card_here', 'card_hidden', 'card_how', 'card_linear', 'card_log',
  'card_mark', 'card_method', 'card_not_copied', 'card_not_event', 'card_not_had', 'card_not_saved_failed', 'card_others', 'card_pin', 'card_save', 'card_saved', 'card_says', 'card_totals', 'card_undo', 'card_why', 'card_wrong',
] as const;

export const frameWords = (t: Translate): Record<string, string> => Object.fromEntries(FRAME.map((key) => [key, t(key)]));
