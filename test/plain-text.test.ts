import { describe, expect, test } from 'vitest';
import { dateInUrl, findDate, machineDate, stampDate } from '../lib/claim/date-text.ts';
import { plainDocument } from '../lib/claim/plain-text.ts';

const read = (text: string) => plainDocument(text, {}).blocks.map((b) => [b.role, text.slice(b.start, b.end)]);

describe('a plain text', () => {
  test('each line is a block; a short first line without a full stop is the headline', () => {
    expect(read('Shelling kills nine in Ardal\n\nNine people died, the mayor said.\nA clinic was hit.')).toEqual([
      ['headline', 'Shelling kills nine in Ardal'],
      ['paragraph', 'Nine people died, the mayor said.'],
      ['paragraph', 'A clinic was hit.'],
    ]);
  });

  test('a sentence broken by the width of the page stays one block', () => {
    const text =
      'The council said on Sunday that at least forty people had\nbeen killed and that some sixty others had been taken to the\ntwo hospitals that were still open.\n\nA second paragraph.';
    expect(read(text)).toEqual([
      ['paragraph', text.slice(0, text.indexOf('\n\n'))],
      ['paragraph', 'A second paragraph.'],
    ]);
  });

  test('a lower-case line goes on with an unfinished long one', () => {
    const text = 'Rescuers in the northern valley said that they had recovered\nforty bodies by nightfall.';
    expect(read(text)).toEqual([['paragraph', text]]);
  });

  test('list lines and short lines stay apart', () => {
    expect(read('- 12 dead in the port\n- 40 wounded in the old town')).toEqual([
      ['item', '- 12 dead in the port'],
      ['item', '- 40 wounded in the old town'],
    ]);
    expect(read('Northern Command\nArdal district\nTwo soldiers were killed on Monday.').map((b) => b[0])).toEqual(['headline', 'heading', 'paragraph']);
  });

  test('all kinds of line ends, and lines of spaces', () => {
    expect(read('One.\r\nTwo.\r\n \t\r\nThree.\rFour.\u2028Five.').map((b) => b[1])).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
    expect(read('')).toEqual([]);
    expect(read(' \n\n ')).toEqual([]);
  });

  test('the first line is the headline where it says the same as the title, long as it may be', () => {
    const long = 'Officials in both capitals said that they would go on with the talks. Nobody was hurt on Monday.';
    expect(plainDocument(`${long}\nMore.`, { title: long.toUpperCase() }).info.headline).toBe(long);
    expect(plainDocument(`${long}\nMore.`, { title: 'Something else' }).info.headline).toBeNull();
  });

  test('a date stamp or a dateline dates the text; a given date wins', () => {
    const text = 'Raid in the hills\nUpdated October 21, 2017 17:23\nThree men were killed on 3 May 2009.';
    expect(plainDocument(text, {}).info).toMatchObject({ date: '2017-10-21', dateFrom: 'byline', headline: 'Raid in the hills' });
    expect(plainDocument(text, { date: '2017-10-22' }).info).toMatchObject({ date: '2017-10-22', dateFrom: 'given' });
    expect(plainDocument('Three men were killed on 3 May 2009.', {}).info).toMatchObject({ date: null, dateFrom: null });
  });
});

describe('dates as pages write them', () => {
  test.each([
    ['2017-09-29', '2017-09-29'],
    ['2017-09-29T23:30:00+05:00', '2017-09-29'],
    ['September 29, 2017', '2017-09-29'],
    ['Sept. 29 2017', '2017-09-29'],
    ['Friday, 29th of September, 2017', '2017-09-29'],
    ['29-Sep-2017', '2017-09-29'],
    ['9/29/2017', '2017-09-29'],
    ['29.9.2017', '2017-09-29'],
    ['4/4/2017', '2017-04-04'],
    ['3/4/2017', null],
    ['31 June 2017', null],
    ['29 February 2016', '2016-02-29'],
    ['29 February 2017', null],
    ['version 12017-09-29', null],
    ['May 2017', null],
  ])('%s → %s', (text, expected) => {
    expect(findDate(text)?.iso ?? null).toBe(expected);
  });

  test.each([
    ['1506643200', '2017-09-29'],
    ['1506643200000', '2017-09-29'],
    ['20170929T101500Z', '2017-09-29'],
    ['2017-09', '2017-09'],
    ['yesterday', null],
  ])('machine value %s → %s', (value, expected) => {
    expect(machineDate(value)).toBe(expected);
  });

  test.each([
    ['https://news.example/world/2017/09/29/raid', '2017-09-29'],
    ['https://news.example/world/2017/sep/29/raid', '2017-09-29'],
    ['https://news.example/world/raid-2017-09-29.html', '2017-09-29'],
    ['https://news.example/20170929/raid', '2017-09-29'],
    ['https://news.example/2017/09/raid', '2017-09'],
    ['https://news.example/raid?on=2017-09-29', null],
    ['https://news.example/id/120170929', null],
    ['https://news.example/2017/13/45/raid', null],
  ])('address %s → %s', (url, expected) => {
    expect(dateInUrl(url)).toBe(expected);
  });

  test.each([
    ['KABUL, Afghanistan (Jan. 10, 2011) – A patrol found two caches.', '2011-01-10'],
    ['Published: 3 May 2019, 10:15 GMT', '2019-05-03'],
    ['GENEVA, 3 May 2019 (Agency) – The council met.', '2019-05-03'],
    ['By A. Writer – 3 May 2019', '2019-05-03'],
    ['ANN WRITER and BO REPORTER May 3, 2019', '2019-05-03'],
    ['News Agency - May 3, 2019 7:33 AM ET', '2019-05-03'],
    ['www.news.example 2019-05-03 11:37:09', '2019-05-03'],
    ['Article Launched: 12/30/2007 01:50:35 AM PST', '2007-12-30'],
    ['May 3, 2019 by Ann Writer', '2019-05-03'],
    ['May 03, 2019 | 25 Comments', '2019-05-03'],
    ['May 3, 2019 -- The council met.', '2019-05-03'],
    ['Posted on May 3, 2019 10:25 AM | #', '2019-05-03'],
    ['The war began on March 3, 2015, and has not ended.', null],
    ['Attack Of March 3, 2015', null],
    ['March 3, 2015 was the worst day', null],
    ['In this October 3, 2015 photo, ships burn', null],
    ['Copyright 2015 The Example. All rights reserved.', null],
    ['Nine were killed (March 3, 2015) in the port.', null],
  ])('stamp %s → %s', (line, expected) => {
    expect(stampDate(line)).toBe(expected);
  });
});
