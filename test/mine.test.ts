// The researcher's own data: entered, checked, kept, and handed on.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDatabase } from '../lib/claim/check.ts';
import { enterEstimate, enterQuestion, type Entered } from '../lib/mine/enter.ts';
import { CHOICES, type EstimateDraft, type QuestionDraft } from '../lib/mine/fields.ts';
import { folderOf, packedFolder } from '../lib/mine/folder.ts';
import { importFiles } from '../lib/mine/import.ts';
import { NOTHING, withoutEstimate, withoutQuestion, type Mine } from '../lib/mine/mine.ts';
import { estimateDraft, readCount } from '../lib/mine/read-estimate.ts';
import { questionDraft } from '../lib/mine/read-question.ts';
import { codeOf } from '../lib/mine/slip.ts';
import { tableOf } from '../lib/mine/table.ts';
import { toOwner } from '../lib/mine/to-owner.ts';
import { diary, flood, KNOWN } from './mine-data.ts';
import defects from './spec/database/defects.json' with { type: 'json' };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string) => ({ name, bytes: bytes(text) });
const mineOf = (entered: Entered): Mine => {
  if ('slips' in entered) throw new Error(JSON.stringify(entered.slips));
  return entered.mine;
};
const slipsOf = (entered: Entered): string[] => ('slips' in entered ? entered.slips.map((s) => [s.field, s.code, s.given].filter((x) => x !== '').join(' ')) : []);
const add = (draft: Partial<EstimateDraft>, mine = NOTHING, question = 'arlen-civilians'): Entered => enterEstimate(mine, question, { ...diary, ...draft }, null, KNOWN);
const ask = (draft: Partial<QuestionDraft>, mine = NOTHING): Entered => enterQuestion(mine, { ...flood, ...draft }, null, KNOWN);

/** What the maintainers' check says of the folder that is handed on. */
const problemsOf = (mine: Mine): string[] =>
  checkDatabase([...folderOf(mine)].filter(([path]) => path.includes('/') || path === 'publishers.json').map(([path, text]) => ({ file: path, value: JSON.parse(text) as unknown })), false).problems.map((p) => `${p.file}: ${p.path}: ${p.reason}`);

describe('an estimate', () => {
  test('is added to a question of the extension, with all the records it names', () => {
    const mine = mineOf(add({}));
    expect(mine.questions).toMatchObject([{ id: 'arlen-civilians', relations: [], thin: true, estimates: [{ id: 'arlen-civilians--diary-of-a-nurse-2017-08-01', best: 1300, date_precision: 'day', show: false, link: false, checked: 'full' }] }]);
    expect(mine.events.map((e) => e.id)).toEqual(['arlen', 'arlen-war']);
    expect(mine.sources.map((s) => [s.id, s.name, s.kind])).toEqual([['diary-of-a-nurse', 'Diary of a nurse', 'individual']]);
    expect(problemsOf(mine)).toEqual([]);
  });

  test('by a source that is known takes its record, the part it usually has, and its own site as a link', () => {
    const mine = mineOf(add({ source: 'monitor b', role: '', address: 'https://monitor-b.example/new' }));
    expect(mine.sources).toEqual([KNOWN.sources[1]]);
    expect(mine.questions[0]?.estimates).toMatchObject([{ source: 'monitor-b', role: 'monitor', link: true }]);
  });

  test.each<[string, Partial<EstimateDraft>, string[]]>([
    ['without a source', { source: ' ' }, ['source needed']],
    ['by somebody new whose part is not said', { role: '' }, ['role needed']],
    ['without an address', { address: '' }, ['address needed']],
    ['at an address that is none', { address: 'archive, box 4' }, ['address address']],
    ['that is a script', { address: 'javascript:alert(1)' }, ['address address']],
    ['without a figure', { best: '' }, ['best needed']],
    ['with a figure that could be two', { best: '1.300' }, ['best number']],
    ['with words for a figure', { best: 'many' }, ['best number']],
    ['of a day that does not exist', { as_of: '2017-02-30' }, ['as_of date']],
    ['of a day in another order', { as_of: '01/08/2017' }, ['as_of date']],
    ['of a day before the event', { as_of: '2016-01-01' }, ['as_of before-period 2016-10-17']],
    ['of a day after it appeared', { published: '2017-07-01' }, ['as_of appeared-before 2017-07-01']],
    ['a floor with two ends', { qualifier: 'at-least', best: '', low: '10', high: '20' }, ['high one-end']],
    ['a range with a centre', { qualifier: 'range', best: '15', low: '10', high: '20' }, ['best no-centre']],
    ['a range the wrong way round', { qualifier: 'range', best: '', low: '20', high: '10' }, ['low order']],
    ['words that are not there', { qualifier: 'vague', best: '' }, ['said needed']],
    ['a refusal beside a figure', { qualifier: 'none', said: 'refuses to say' }, ['qualifier no-figure']],
    ['a qualifier nobody knows', { qualifier: 'maybe' }, [`qualifier choice ${CHOICES.qualifier.join(', ')}`]],
    ['a control character', { caveat: 'one\u200Btwo' }, ['caveat characters']],
    ['a line that is too long', { caveat: 'x'.repeat(401) }, ['caveat long 400']],
    ['a method of fifteen words', { method: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen' }, ['method words']],
    ['resting on somebody unknown', { draws_on: 'Nobody Inc' }, ['draws_on unknown-source Nobody Inc']],
    ['by nobody', { source: 'press-unattributed', role: 'press' }, ['source nobody']],
  ])('%s is not taken', (_, draft, slips) => {
    expect(slipsOf(add(draft))).toEqual(slips);
  });

  test('that somebody has read again is shown to others when it is published; to its owner it always is', () => {
    const mine = mineOf(add({ read_again: '2026-11-20', evidence: 'Page 4: “thirteen hundred”' }, mineOf(add({ source: 'Press A', role: '' }))));
    expect(mine.questions[0]?.estimates).toMatchObject([{ source: 'press-a', show: false }, { source: 'diary-of-a-nurse', show: true, verified: { on: '2026-11-20', outcome: 'confirmed', evidence: 'Page 4: “thirteen hundred”', primary: false } }]);
    expect(mine.questions[0]?.thin).toBe(true);
    expect(toOwner(mine).questions).toMatchObject([{ thin: false, estimates: [{ show: true }, { show: true }] }]);
    expect(slipsOf(add({ read_again: '2026-11-20' }))).toEqual(['evidence needed']);
  });

  test('that is there already is told', () => {
    expect(slipsOf(add({ address: 'https://elsewhere.example/' }, mineOf(add({}))))).toEqual(['best twice']);
  });

  test('is changed in its place, and keeps what no field asks for', () => {
    const first = mineOf(add({ source: 'Press A', role: '' }, mineOf(add({}))));
    const before = first.questions[0]?.estimates[0] ?? null;
    expect(before).not.toBeNull();
    const scoped: Mine = { ...first, questions: first.questions.map((q) => Object.assign({}, q, { estimates: q.estimates.map((e, i) => (i === 0 ? Object.assign({}, e, { where: 'page 4', seen_at: 'https://archive.example/seen' }) : e)) })) };
    const held = scoped.questions[0]?.estimates[0];
    if (held === undefined) throw new Error('no estimate');
    const next = mineOf(enterEstimate(scoped, 'arlen-civilians', { ...estimateDraft(held, new Map()), source: 'Diary of a nurse', best: '1 400' }, held, KNOWN));
    expect(next.questions[0]?.estimates.map((e) => [e.id, e.best])).toEqual([[held.id, 1400], ['arlen-civilians--press-a-2017-08-01', 1300]]);
    expect(next.questions[0]?.estimates[0]).toMatchObject({ where: 'page 4', seen_at: 'https://archive.example/seen' });
  });

  test('that was the last of a question of the extension leaves nothing behind; nothing else is touched', () => {
    const both = mineOf(add({ source: 'Press A', role: '' }, mineOf(add({}))));
    const one = withoutEstimate(both, 'arlen-civilians--diary-of-a-nurse-2017-08-01', KNOWN);
    expect([one.questions[0]?.estimates.length, one.sources.map((s) => s.id)]).toEqual([1, ['press-a']]);
    expect(withoutEstimate(one, 'arlen-civilians--press-a-2017-08-01', KNOWN)).toEqual(NOTHING);
  });
});

describe('a question of one’s own', () => {
  test('has an event of its own, and stays without estimates', () => {
    const mine = mineOf(ask({}));
    expect(mine.questions).toMatchObject([{ id: 'people-killed-in-the-brenna-flood-july-2017', event: 'brenna-flood', thin: true, match: { strong: ['Brenna flood', 'flood of Brenna'] } }]);
    expect(mine.events).toMatchObject([{ name: 'Brenna flood', type: 'disaster', start: '2017-07-02', end: '2017-07-04', countries: ['PL'] }]);
    expect(problemsOf(mine)).toEqual([]);
  });

  test('may be about an event of the extension', () => {
    const mine = mineOf(ask({ title: 'Children killed in the Battle of Arlen', event: 'battle of arlen', names: 'Battle of Arlen', group: 'children', from: '2016-10-17', to: '2017-07-10', by: 'actor', actors: 'Arlen army; Hill fighters' }));
    expect(mine.events.map((e) => e.id)).toEqual(['arlen', 'arlen-war']);
    expect(mine.actors.map((a) => a.id)).toEqual(['arlen-army', 'hill-fighters']);
  });

  test.each<[string, Partial<QuestionDraft>, string[]]>([
    ['without a title', { title: '' }, ['title needed']],
    ['without an event', { event: '' }, ['event needed']],
    ['whose event has no day', { from: '', to: '' }, ['event_start needed']],
    ['without a place', { place: '' }, ['place needed']],
    ['in a country that is no code', { countries: 'Poland' }, ['countries country']],
    ['without names', { names: '' }, ['names needed']],
    ['with a name any article may hold', { names: 'Flood' }, ['names broad Flood']],
    ['with a name of two letters', { names: 'BF' }, ['names short BF']],
    ['with a pattern for a name', { names: 'Brenna.*' }, ['names pattern']],
    ['with another event’s name', { names: 'Battle of Arlen' }, ['names name-taken Battle of Arlen']],
    ['that ends before it starts', { to: '2017-06-01' }, ['to ends-before 2017-06-01']],
    ['by an actor nobody names', { by: 'actor' }, ['actors needed']],
    ['of a kind of harm nobody knows', { measure: 'lost' }, [`measure choice ${CHOICES.measure.join(', ')}`]],
  ])('%s is not taken', (_, draft, slips) => {
    expect(slipsOf(ask(draft))).toEqual(slips);
  });

  test('is changed with its event, and removed with all that only it named', () => {
    const mine = mineOf(add({ source: 'River Watch', role: 'monitor', as_of: '2017-07-10' }, mineOf(ask({})), 'people-killed-in-the-brenna-flood-july-2017'));
    const [before] = mine.questions;
    if (before === undefined) throw new Error('no question');
    const next = mineOf(enterQuestion(mine, { ...questionDraft(before, mine), title: 'Brenna flood deaths', event_end: '2017-07-05' }, before, KNOWN));
    expect(next.questions).toMatchObject([{ id: before.id, title: 'Brenna flood deaths', estimates: before.estimates }]);
    expect(next.events).toMatchObject([{ id: 'brenna-flood', end: '2017-07-05' }]);
    expect(withoutQuestion(next, before.id, KNOWN)).toEqual(NOTHING);
  });
});

test('a figure is whole, in any digits, grouped or not', () => {
  expect(['', '1300', '1,300', '1 300', "1'300", '12,345,678', '١٬٣٠٠', '۱۳۰۰'].map(readCount)).toEqual([null, 1300, 1300, 1300, 1300, 12345678, 1300, 1300]);
  for (const text of ['1.300', '1,30', '13,00', '-4', '4.5', 'ten', '1e3', '99999999999']) expect(readCount(text), text).toBeNaN();
});

test('every reason of the checks that speaks of a field one enters has words in every language', () => {
  const told = defects.flatMap((d) => d.problems).map((p) => p.replace(/^\S+: (?:[\w.]+: )?/, ''));
  const other = told.filter((reason) => codeOf(reason).code === 'other');
  // Of maintainers' fields that are not entered: files, links, what was not seen, running counts.
  const theirs = /unknown field|starts or ends with a space|NFC-normalised|is not one of|belongs into|is taken|descendants|names this|does not start with|as not seen|100 percent|the rule gives|distinct source|neither the source|no url|come together|url again|stands beside no|stands after|of its month|neither url|between low|drops|not go down|no point|is by|does not name|counts up to|does not say|at another address|is the question's own|is full although|is not a series|the question counts|is not an estimate|host name|less precise|ISO 639|kebab|JSON|^\S+$/;
  expect(other.filter((reason) => !theirs.test(reason))).toEqual([]);
  expect(told.map((reason) => codeOf(reason).code).filter((code) => code !== 'other').length).toBeGreaterThan(30);
});

/** Days, names and figures such as people enter, sound or not. */
const name = fc.constantFrom('Harbour Watch', 'Amt für Hochwasser', 'هيئة الإنقاذ', 'Press A', 'Monitor B', 'Élan, Ltd', '=SUM(A1)', "O'Neil", '  two  spaces ', 'Café');
const day = fc.constantFrom('', '2017', '2017-07', '2017-07-09', '2017-12-31', '2015-01-01', '2017-13-01');
const number = fc.oneof(fc.constant(''), fc.nat(5_000).map(String), fc.nat(90_000).map((n) => n.toLocaleString('en-GB')));
const words = fc.oneof(fc.constant(''), fc.constantFrom('“scores”, they said', '- names; home visits', 'line one', '\u202Eback', 'a=b'), fc.string({ maxLength: 30 }));
const estimateDrafts: fc.Arbitrary<EstimateDraft> = fc.record({
  source: name, role: fc.constantFrom('', ...CHOICES.role), claimant: words, via: fc.constantFrom('', 'Press A'), draws_on: fc.constantFrom('', 'Press A; Monitor B'),
  qualifier: fc.constantFrom(...CHOICES.qualifier), low: number, best: number, high: number, said: words, as_of: day, published: day, method: words, caveat: words, difference: words,
  status: fc.constantFrom(...CHOICES.status), contested: fc.constantFrom(...CHOICES.contested), read_again: fc.constantFrom('', '2026-11-20', 'soon'), evidence: fc.constantFrom('', 'Page 4: “thirteen hundred”'), address: fc.constantFrom('', 'https://monitor-b.example/a?b=c#d', 'https://archive.example/x', 'ftp://x'), publication: words,
});
const questionDrafts: fc.Arbitrary<QuestionDraft> = fc.record({
  title: fc.constantFrom('People killed in the Brenna flood', 'Dead of the Brenna flood', 'قتلى فيضان برينا', ''), event: fc.constantFrom('Brenna flood', 'Battle of Arlen', 'Oder flood'), event_type: fc.constantFrom(...CHOICES.event_type),
  event_start: day, event_end: day, names: fc.constantFrom('Brenna flood', 'flood of Brenna; Brenna disaster', 'Oder flood', ''), other_names: fc.constantFrom('', 'Brenna; Oder'), place: fc.constantFrom('Brenna', 'Lower Oder, "left" bank', ''),
  countries: fc.constantFrom('PL', 'pl, DE', ''), from: day, to: day, measure: fc.constantFrom(...CHOICES.measure), group: fc.constantFrom(...CHOICES.group), group_text: words, by: fc.constantFrom(...CHOICES.by),
  actors: fc.constantFrom('', 'Arlen army', 'Hill fighters; Arlen army'), weapons: fc.constantFrom('', 'drone; mine'), notes: words,
});

/** Enters what can be entered; the rest is refused with a reason. */
function entered(estimates: readonly EstimateDraft[], questions: readonly { draft: QuestionDraft; estimates: readonly EstimateDraft[] }[]): Mine {
  let mine: Mine = NOTHING;
  const take = (result: Entered): string | null => {
    if ('slips' in result) {
      expect(result.slips.length).toBeGreaterThan(0);
      return null;
    }
    mine = result.mine;
    return result.id;
  };
  for (const draft of estimates) take(enterEstimate(mine, 'arlen-civilians', draft, null, KNOWN));
  for (const { draft, estimates: own } of questions) {
    const id = take(enterQuestion(mine, draft, null, KNOWN));
    for (const estimate of id === null ? [] : own) take(enterEstimate(mine, id ?? '', estimate, null, KNOWN));
  }
  return mine;
}
const data: fc.Arbitrary<Mine> = fc
  .tuple(fc.array(estimateDrafts, { maxLength: 4 }), fc.array(fc.record({ draft: questionDrafts, estimates: fc.array(estimateDrafts, { maxLength: 3 }) }), { maxLength: 3 }))
  .map(([estimates, questions]) => entered(estimates, questions));

describe('whatever was entered', () => {
  test('passes the check of the maintainers as a folder of its own', () => {
    fc.assert(fc.property(data, (mine) => void expect(problemsOf(mine)).toEqual([])), { numRuns: 150 });
  });

  test('comes back from its own file, packed folder and table as it was', () => {
    fc.assert(
      fc.property(data, (mine) => {
        const left = { ...mine, changed: NOTHING.changed };
        for (const back of [file('my-data.json', JSON.stringify(mine)), { name: 'my-data.zip', bytes: packedFolder(mine) }, file('my-data.csv', tableOf(mine))]) {
          const read = importFiles([back], NOTHING, KNOWN);
          expect([read.rejected, read.unread.filter((u) => mine.questions.length > 0 || u.why !== 'unknown')], back.name).toEqual([[], []]);
          expect(read.mine, back.name).toEqual(left);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is changed by nothing when it comes in twice', () => {
    fc.assert(
      fc.property(data, (mine) => {
        const read = importFiles([file('a.csv', tableOf(mine)), file('a.json', JSON.stringify(mine))], mine, KNOWN);
        expect(read).toMatchObject({ added: 0, changed: 0, questions: 0, rejected: [] });
        expect(read.mine).toEqual(mine);
      }),
      { numRuns: 60 },
    );
  });
});
