import { Keys as KeyList } from '../../lib/ui/Keys.tsx';
import { Section } from '../../lib/ui/Section.tsx';
import type { Parts } from './Options.tsx';

export function Keys({ words }: Parts) {
  return (
    <Section id="keys" title={words.t('options_keys')}>
      <KeyList words={words} />
    </Section>
  );
}
