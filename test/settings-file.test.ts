import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, MEASURES, OPEN_DELAYS, SETTINGS, TEXT_SIZES, THEMES, type Settings } from '../lib/settings/settings.ts';
import { readSettingsFile, settingsFile } from '../lib/settings/transfer.ts';

const anySettings: fc.Arbitrary<Settings> = fc.record({
  offEverywhere: fc.boolean(),
  offSites: fc.array(fc.domain()),
  openDelay: fc.constantFrom(...OPEN_DELAYS),
  clickOnly: fc.boolean(),
  markBare: fc.boolean(),
  leftOut: fc.subarray([...MEASURES]),
  textSize: fc.constantFrom(...TEXT_SIZES),
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom(null, ...LANGUAGES),
});

test('what is saved is read back as it was', () => {
  fc.assert(fc.property(anySettings, (settings) => void expect(readSettingsFile(settingsFile(settings))).toEqual({ settings })));
});

test('whatever a file holds is answered', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void expect(readSettingsFile(text)).toHaveProperty('problem')));
});

describe('a file that is not taken', () => {
  const file = (change: object): string => JSON.stringify({ format: 'tallyside-settings', version: 1, settings: {}, ...change });
  test.each([
    ['is empty', '', 'not-json'],
    ['is cut short', settingsFile(Object.fromEntries(Object.values(SETTINGS).map((s) => [s.key, s.initial])) as Settings).slice(0, 60), 'not-json'],
    ['is of something else', '{"format":"claims"}', 'not-settings'],
    ['is a list', '[]', 'not-settings'],
    ['has no settings', file({ settings: null }), 'not-settings'],
    ['is of a later version', file({ version: 2 }), 'newer'],
    ['is far too large', ' '.repeat(1_000_001), 'too-large'],
  ])('because it %s', (_, text, problem) => expect(readSettingsFile(text)).toEqual({ problem }));

  test('because of one bad value: nothing of it is taken', () => {
    expect(readSettingsFile(file({ settings: { clickOnly: true, textSize: 9, colour: 'red' } }))).toEqual({ problem: 'bad', bad: ['textSize', 'colour'] });
  });
});
