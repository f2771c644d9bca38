import { tell, type DatabaseFacts } from '../../lib/messages/messages.ts';
import { ageOf } from '../../lib/ui/age.ts';
import { useAnswer } from '../../lib/ui/answer.ts';
import { Facts } from '../../lib/ui/Facts.tsx';
import { Section } from '../../lib/ui/Section.tsx';
import { Waiting } from '../../lib/ui/Waiting.tsx';
import type { Parts } from './Options.tsx';

/** The claims database: what it is, how old, how much, and whose. */
export function Data({ words }: Parts) {
  const { t } = words;
  const [facts, ask] = useAnswer(() => tell('database', null), []);
  return (
    <Section id="data" title={t('options_data')}>
      {typeof facts === 'string' ? <Waiting is={facts} t={t} failed={t('options_data_failed')} again={ask} /> : <Known facts={facts} words={words} />}
    </Section>
  );
}

function Known({ facts: { version, created, questions, estimates, sources }, words }: { facts: DatabaseFacts; words: Parts['words'] }) {
  const { t, plural, date } = words;
  const { age, note, tone } = ageOf(created, new Date(), words);
  return (
    <>
      <Facts
        of={[
          [t('options_data_version'), version],
          [t('options_data_date'), [date(created), age].join(' · ')],
          [t('options_data_holds'), [plural('options_questions', questions), plural('options_estimates', estimates), plural('options_sources', sources)].join(' · ')],
          [t('options_data_licence'), t('options_data_licence_text')],
        ]}
      />
      {note !== '' && <p class={`notice ${tone}`}>{note}</p>}
      <p>
        <a href="/browse.html">{t('options_data_browse')}</a>
      </p>
    </>
  );
}
