import { useState } from 'preact/hooks';
import { copyText } from '../card/clipboard.ts';
import type { Translate } from '../card/words.ts';

/** Puts text on the clipboard. `said` is how that went, in words; '' before it was tried, and after `forget`. */
export function useCopy(t: Translate): { said: string; copy(text: string): void; forget(): void } {
  const [said, say] = useState('');
  return { said, copy: (text) => void copyText(text).then((done) => say(t(done ? 'card_cited' : 'card_not_copied'))), forget: () => say('') };
}
