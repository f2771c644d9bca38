// Files that come into the researcher's own data, and how it is kept.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enterEstimate, enterQuestion } from '../lib/mine/enter.ts';
import { folderOf } from '../lib/mine/folder.ts';
import { importFiles } from '../lib/mine/import.ts';
import { kept, type Place } from '../lib/mine/kept.ts';
import { FORMAT, MOST_ESTIMATES, NOTHING, type Mine } from '../lib/mine/mine.ts';
import { STORAGE_KEY } from '../lib/mine/storage-key.ts';
import { COLUMNS } from '../lib/mine/read-table.ts';
import type { Rejected } from '../lib/mine/take-in.ts';
import { tableOf } from '../lib/mine/table.ts';
import { diary, flood, KNOWN } from './mine-data.ts';
import { estimate, question } from './support/small-database.ts';

const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
const told = (rejected: readonly Rejected[]): string[] => rejected.map(({ where, slip }) => [`${where.file}:${where.line ?? '-'}`, slip.field || '-', slip.code, slip.given].filter((x) => x !== '').join(' '));
const table = (...lines: string[]) => file('counts.csv', lines.join('\n'));
const ofMine = (mine: Mine) => mine.questions.map((q) => [q.id, q.estimates.map((e) => [e.source, e.low, e.best, e.high])]);

describe('a table', () => {
  test('adds to a question of the extension and to new ones, whose columns need to be filled once', () => {
    const read = importFiles(
      [table(
        'question;title;event;event_type;names;place;countries;from;to;by;source;role;qualifier;low;best;as_of;address',
        'arlen-civilians;;;;;;;;;;Monitor B;;at-least;1,290;;2017-09-01;https://monitor-b.example/9',
        ';Dead of the Oder flood;Oder flood;disaster;Oder flood;Oder;PL;1997-07-06;1997-08-31;disaster;River Watch;monitor;exact;;56;1997-09;https://rw.example/1',
        ';Dead of the Oder flood;;;;;;;;;Press A;press;about;;60;1997-08-30;https://press-a.example/2',
      )],
      NOTHING,
      KNOWN,
    );
    expect([told(read.rejected), read.unread, read.added, read.questions]).toEqual([[], [], 3, 2]);
    expect(ofMine(read.mine)).toEqual([
      ['arlen-civilians', [['monitor-b', 1290, null, null]]],
      ['dead-of-the-oder-flood', [['river-watch', null, 56, null], ['press-a', null, 60, null]]],
    ]);
  });

  test('has its bad rows told by line, field and reason; the others come in', () => {
    const read = importFiles(
      [table(
        'question,title,event,names,place,from,source,role,qualifier,low,best,high,as_of,address',
        'arlen-civilians,,,,,,Press A,,exact,,1300,,2017-08-01,https://a.example/1',
        'arlen-civilians,,,,,,Press A,,exact,,1.300,,2017-08-02,https://a.example/2',
        'arlen-civilians,,,,,,Press A,,range,20,,10,2017-08-03,https://a.example/3',
        '',
        'arlen-civilians,,,,,,Press A,,exact,,1310,,2017-13-03,https://a.example/4',
        'nobody-knows,,,,,,Press A,,exact,,1310,,2017-08-05,https://a.example/5',
        ',Dead of the flood,Oder flood,flood,Oder,1997-07-06,River Watch,monitor,exact,,56,,1997-09,https://rw.example/1',
        ',Dead of the flood,,,,,Press A,,exact,,60,,1997-09,https://rw.example/2',
        ',,,,,,Press A,,exact,,60,,1997-09,https://rw.example/2',
        'arlen-civilians,,,,,,Unheard Of,,exact,,1320,,2017-08-06,https://a.example/6',
        'arlen-civilians,,,,,,Press A,,exact,,1300,,2017-08-01,https://elsewhere.example/',
        'arlen-civilians,,,,,,Press A,,exact,,1330,,2017-08-07,',
      )],
      NOTHING,
      KNOWN,
    );
    expect(ofMine(read.mine)).toEqual([['arlen-civilians', [['press-a', null, 1300, null]]]]);
    expect(told(read.rejected)).toEqual([
      'counts.csv:3 best number',
      'counts.csv:4 low order',
      'counts.csv:6 as_of date',
      'counts.csv:7 - unknown-question nobody-knows',
      'counts.csv:8 names broad flood',
      'counts.csv:9 - refused Dead of the flood',
      'counts.csv:10 title needed',
      'counts.csv:11 role needed',
      'counts.csv:12 best twice',
      'counts.csv:13 address needed',
    ]);
  });

  test('whose rows say two things about one question', () => {
    const read = importFiles([table('title,event,names,place,from,source,role,best,address', 'Dead,Oder flood,Oder flood,Oder,1997-07-06,River Watch,monitor,56,https://rw.example/1', 'Dead,,,Warta,,Press A,,60,https://rw.example/2')], NOTHING, KNOWN);
    expect(told(read.rejected)).toEqual(['counts.csv:3 place differs Oder']);
  });

  test('changes what it names by its id', () => {
    const entered = enterEstimate(NOTHING, 'arlen-civilians', diary, null, KNOWN);
    if (!('mine' in entered)) throw new Error('not taken');
    const read = importFiles([file('back.csv', tableOf(entered.mine).replace('1300', '1350'))], entered.mine, KNOWN);
    expect([read.added, read.changed, ofMine(read.mine)]).toEqual([0, 1, [['arlen-civilians', [['diary-of-a-nurse', null, 1350, null]]]]]);
  });

  test('has a column for every field', () => {
    expect(tableOf(NOTHING)).toBe(`\uFEFF${COLUMNS.join(',')}\r\n`);
    expect(new Set(COLUMNS).size).toBe(COLUMNS.length);
    const documented = [...readFileSync('docs/my-data.md', 'utf8').split('## Columns of the table')[1]?.matchAll(/^\|(.*)\|$/gm) ?? []].flatMap(([row]) => [...row.matchAll(/`([a-z_]+)`/g)].map((m) => m[1] ?? ''));
    expect(documented.toSorted()).toEqual(COLUMNS.toSorted());
  });
});

describe('records', () => {
  const [shipped] = KNOWN.questions;
  if (shipped === undefined) throw new Error('no question');
  const [theirs] = shipped.estimates;

  test('a file of the extension with counts of one’s own added brings only those', () => {
    const added = { ...estimate('arlen-civilians', 'press-a', 1_500), id: 'arlen-civilians--press-a-2018', as_of: '2018-01-01', url: 'https://press-a.example/n', url_kind: 'original' as const };
    const read = importFiles([file('arlen-civilians.json', JSON.stringify({ $schema: 'x', ...shipped, estimates: [...shipped.estimates, added] }))], NOTHING, KNOWN);
    expect([told(read.rejected), read.known, ofMine(read.mine)]).toEqual([[], 2, [['arlen-civilians', [['press-a', null, 1500, null]]]]]);
  });

  test('of a question with unsound estimates the sound ones come in; what they rest on must be there', () => {
    const own = question('own', [
      { ...estimate('own', 'press-a', 5), url: 'https://press-a.example/', url_kind: 'report-of' },
      { ...estimate('own', 'monitor-b', -5), url: 'https://press-a.example/', url_kind: 'report-of' },
      { ...estimate('own', 'nobody', 7), url: 'https://press-a.example/', url_kind: 'report-of' },
    ], { relations: [{ question: 'arlen-civilians', type: 'sibling', note: null }] });
    const read = importFiles([file('own.json', JSON.stringify([own, { id: 'odd' }, { ...own, id: 'other', event: 'nowhere', estimates: [] }]))], NOTHING, KNOWN);
    expect(ofMine(read.mine)).toEqual([['own', [['press-a', null, 5, null]]]]);
    expect(told(read.rejected)).toEqual([
      'own.json:1 best number',
      'own.json:1 source missing nobody',
      'own.json:1 - relation',
      'own.json:2 - other no question, event, actor or source',
      'own.json:3 event missing nowhere',
    ]);
  });

  test('the files of a folder come in together', () => {
    const entered = enterQuestion(NOTHING, flood, null, KNOWN);
    if (!('mine' in entered)) throw new Error('not taken');
    const files = [...folderOf(entered.mine)].filter(([path]) => path.endsWith('.json')).map(([path, text]) => file(path, text));
    const read = importFiles(files.toReversed(), NOTHING, KNOWN);
    expect([read.rejected, read.unread, read.mine]).toEqual([[], [], { ...entered.mine, changed: NOTHING.changed }]);
  });

  test('what is no file of ours, or none at all, is said so by its name', () => {
    const files = [file('empty.csv', ' \n'), file('half.json', '{"format":'), file('list.json', '[1,2]'), file('poem.txt', 'roses\nviolets'), { name: 'zip.zip', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9) }, { name: 'photo.csv', bytes: Uint8Array.of(255, 216, 255, 0) }];
    const read = importFiles(files, NOTHING, KNOWN);
    expect(read.unread.map((u) => `${u.file} ${u.why}`)).toEqual(['zip.zip broken', 'empty.csv empty', 'half.json broken', 'list.json unknown', 'photo.csv broken', 'poem.txt unknown']);
    expect(read.mine).toEqual(NOTHING);
  });

  test('more than can be kept is refused whole, and what was there stays', () => {
    const many = question('own', Array.from({ length: MOST_ESTIMATES + 1 }, (_, i) => ({ ...estimate('own', 'press-a', i), id: `own--e-${i}`, url: 'https://press-a.example/', url_kind: 'report-of' as const })));
    const read = importFiles([file('own.json', JSON.stringify(many))], NOTHING, KNOWN);
    expect([told(read.rejected), read.added, read.mine]).toEqual([[':- - full'], 0, NOTHING]);
  });

  test('a hostile string is refused where the shipped database would refuse it', () => {
    for (const title of ['\u202Eevil', 'a\u0000b', 'x'.repeat(121)]) {
      const read = importFiles([file('own.json', JSON.stringify(question('own', [], { title })))], NOTHING, KNOWN);
      expect([read.rejected.length, read.mine]).toEqual([1, NOTHING]);
    }
    expect(theirs?.source).toBe('press-a');
  });
});

describe('kept', () => {
  const memory = (): Place & { values: Map<string, unknown> } => {
    const values = new Map<string, unknown>();
    return {
      values,
      get: (name) => Promise.resolve(values.get(name)),
      set: (given) => Promise.resolve(Object.entries(given).forEach(([name, value]) => values.set(name, value))),
      remove: (names) => Promise.resolve(names.forEach((name) => values.delete(name))),
    };
  };
  /** One after the other, as the browser's locks do. */
  const queue = () => {
    let last: Promise<unknown> = Promise.resolve();
    return <T>(work: () => Promise<T>): Promise<T> => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    };
  };
  const now = new Date('2026-11-22T04:00:00Z');
  const adding = (source: string) => (mine: Mine): Mine | null => {
    const entered = enterEstimate(mine, 'arlen-civilians', { ...diary, source }, null, KNOWN);
    return 'mine' in entered ? entered.mine : null;
  };

  test('nothing until something was entered, then all of it with the instant', async () => {
    const place = memory();
    const keeping = kept(place, queue());
    expect(await keeping.read()).toEqual({ mine: NOTHING });
    await keeping.change(adding('A nurse'), now);
    expect(await kept(place, queue()).read()).toMatchObject({ mine: { format: FORMAT, changed: now.toISOString(), questions: [{ estimates: [{ source: 'a-nurse' }] }] } });
  });

  test('two pages that change at the same time both do', async () => {
    const place = memory();
    const alone = queue();
    await Promise.all([kept(place, alone).change(adding('A nurse'), now), kept(place, alone).change(adding('A guard'), now)]);
    const read = await kept(place, alone).read();
    expect('mine' in read && read.mine.questions[0]?.estimates.map((e) => e.source)).toEqual(['a-nurse', 'a-guard']);
  });

  test('a write that fails says so and leaves what was there', async () => {
    const place = memory();
    await kept(place, queue()).change(adding('A nurse'), now);
    const before = structuredClone(place.values.get(STORAGE_KEY));
    const full = kept({ ...place, set: () => Promise.reject(new Error('QuotaExceededError')) }, queue());
    await expect(full.change(adding('A guard'), now)).rejects.toThrow('QuotaExceededError');
    expect(place.values.get(STORAGE_KEY)).toEqual(before);
  });

  test('what is not understood is left as it is until it is thrown away', async () => {
    const place = memory();
    const newer = { format: FORMAT, version: 2, secrets: [] };
    place.values.set(STORAGE_KEY, newer);
    const keeping = kept(place, queue());
    expect(await keeping.read()).toEqual({ raw: newer });
    await expect(keeping.change(adding('A nurse'), now)).rejects.toThrow();
    expect(place.values.get(STORAGE_KEY)).toBe(newer);
    await keeping.discard();
    expect(await keeping.read()).toEqual({ mine: NOTHING });
  });
});
