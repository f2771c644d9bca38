// A small world for tests of "my data": what the extension ships, and what a researcher enters.
import type { Database } from '../lib/claim/database.ts';
import { blankEstimate, blankQuestion, type EstimateDraft, type QuestionDraft } from '../lib/mine/fields.ts';
import { estimate, event, question, source } from './support/small-database.ts';

export const KNOWN: Database = {
  questions: [
    question('arlen-civilians', [
      { ...estimate('arlen-civilians', 'press-a', 9_000), url: 'https://press-a.example/arlen', url_kind: 'original' },
      { ...estimate('arlen-civilians', 'monitor-b', 1_260), url: 'https://monitor-b.example/arlen', url_kind: 'original' },
    ]),
  ],
  events: [{ ...event('arlen'), parent: 'arlen-war' }, { ...event('arlen-war'), type: 'war', aliases: ['Arlen war'] }],
  actors: [{ id: 'arlen-army', name: 'Arlen army', aliases: ['army of Arlen'] }],
  sources: [{ ...source('press-a'), name: 'Press A', aliases: ['PA'] }, { ...source('monitor-b'), name: 'Monitor B', homepage: 'https://monitor-b.example' }],
};

export const diary: EstimateDraft = { ...blankEstimate(), source: 'Diary of a nurse', role: 'other', best: '1,300', as_of: '2017-08-01', address: 'https://archive.example/diary' };
export const flood: QuestionDraft = { ...blankQuestion(), title: 'People killed in the Brenna flood, July 2017', event: 'Brenna flood', event_type: 'disaster', names: 'Brenna flood; flood of Brenna', place: 'Brenna', countries: 'PL', from: '2017-07-02', to: '2017-07-04', by: 'disaster' };
