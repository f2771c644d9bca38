import { describe, expect, test } from 'vitest';
import { eventsFor, sourcesFor } from '../entrypoints/browse/find.ts';
import { folded } from '../lib/claim/find-words.ts';
import { addressOf, placeIn, type Place } from '../entrypoints/browse/place.ts';
import { listing } from '../lib/lookup/listing.ts';
import type { Shard } from '../lib/update/bundle.ts';
import { estimate, event, question, source } from './support/small-database.ts';

async function* shards(...of: Shard[]): AsyncGenerator<Shard> {
  yield* of;
}
const civilians = question('arlen-civilians', [estimate('arlen-civilians', 'press-a', 9_000), { ...estimate('arlen-civilians', 'press-a', 9_606), as_of: '2018-01-02' }]);
const flood = question('sagra-flood', [estimate('sagra-flood', 'monitor-b', 12)], { event: 'sagra', title: 'People killed in the Sagra flood' });
const all = await listing(
  shards(
    { kind: 'questions', records: [civilians] },
    { kind: 'questions', records: [flood] },
    { kind: 'events', records: [event('arlen'), { ...event('sagra'), name: 'Şagra flood', countries: ['TR'], start: '2021-08-01' }] },
    { kind: 'sources', records: [source('press-a'), source('monitor-b'), source('unused')] },
  ),
);
const country = (code: string): string => ({ IQ: 'Iraq', TR: 'Türkiye' })[code] ?? code;
const found = (query: string): string[] => eventsFor(all, query, country).flatMap((e) => e.questions.map((q) => q.id));

describe('the listing', () => {
  test('counts estimates, sources and the newest day of a question', () => {
    expect(all.questions[0]).toMatchObject({ estimates: 2, sources: 1, newest: '2018-01-02' });
  });
  test('counts what each source has, over all shards', () => {
    expect(all.sources.map((s) => [s.id, s.estimates, s.questions])).toEqual([
      ['press-a', 2, 1],
      ['monitor-b', 1, 1],
      ['unused', 0, 0],
    ]);
  });
});

describe('finding', () => {
  test.each([
    ['', ['sagra-flood', 'arlen-civilians']],
    ['civilians', ['arlen-civilians']],
    ['TURKIYE', ['sagra-flood']],
    ['sagra 2021', ['sagra-flood']],
    ['flood iraq', []],
  ])('“%s”', (query, ids) => expect(found(query)).toEqual(ids));

  test('sources by name, without those that counted nothing here', () => {
    expect(sourcesFor(all.sources, '', 'en').map((s) => s.id)).toEqual(['monitor-b', 'press-a']);
    expect(sourcesFor(all.sources, 'PRESS', 'en').map((s) => s.id)).toEqual(['press-a']);
  });

  test('accents and case are no obstacle', () => expect(folded('Çağlayan É')).toBe('caglayan e'));
});

test('a place in the database has an address, and anything else leads to the events', () => {
  const places: Place[] = [{ is: 'events' }, { is: 'sources' }, { is: 'question', id: 'f.arlen-civilians' }];
  for (const place of places) expect(placeIn(addressOf(place))).toEqual(place);
  for (const other of ['', '#', '#question=', '#question=<b>', '#elsewhere']) expect(placeIn(other)).toEqual({ is: 'events' });
});
