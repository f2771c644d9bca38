import { useEffect, useState } from 'preact/hooks';
import { hiddenMatches, MEASURES, OPEN_DELAYS, read, write } from '../../lib/settings/settings.ts';
import { Check, Select } from '../../lib/ui/fields.tsx';
import { Section } from '../../lib/ui/Section.tsx';
import type { Parts } from './Options.tsx';

/** Which figures are marked, and how their card opens. */
export function Reading({ words, settings, set, say }: Parts) {
  const { t, number } = words;
  const { leftOut, markBare, clickOnly, openDelay } = settings;
  return (
    <Section id="reading" title={t('options_reading')}>
      <fieldset>
        <legend>{t('options_marked')}</legend>
        <div class="choices">
          {MEASURES.map((measure) => (
            <Check
              key={measure}
              label={t(`options_measure_${measure}`)}
              on={!leftOut.includes(measure)}
              turn={(on) => void set({ leftOut: [...leftOut.filter((m) => m !== measure), ...(on ? [] : [measure])] })}
            />
          ))}
        </div>
      </fieldset>
      <Check label={t('options_bare')} note={t('options_bare_note')} on={markBare} turn={(markBare) => void set({ markBare })} />
      <Check label={t('options_click_only')} note={t('options_click_only_note')} on={clickOnly} turn={(clickOnly) => void set({ clickOnly })} />
      <Select
        id="delay"
        label={t('options_delay')}
        value={openDelay}
        disabled={clickOnly}
        choices={OPEN_DELAYS.map((ms) => ({ value: ms, label: t('options_seconds', [number(ms / 1_000)]) }))}
        choose={(openDelay) => void set({ openDelay })}
      />
      <Hidden words={words} say={say} />
    </Section>
  );
}

/** What was put away with "not this event" can be had back. */
function Hidden({ words, say }: Pick<Parts, 'words' | 'say'>) {
  const { t, plural } = words;
  const [count, setCount] = useState(0);
  useEffect(() => void read(hiddenMatches).then((hidden) => setCount(hidden.length)), []);
  if (count === 0) return null;
  const show = (): void =>
    void write(hiddenMatches, []).then(
      () => (setCount(0), say(t('options_hidden_back'))),
      () => say(t('options_not_kept')),
    );
  return (
    <p class="bar">
      <span>{plural('options_hidden', count)}</span>
      <button class="btn" onClick={show}>{t('options_hidden_show')}</button>
    </p>
  );
}
