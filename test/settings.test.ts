import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../lib/settings/settings.ts';
import { covering, readSite, withSite } from '../lib/settings/site.ts';

test.each(Object.entries(SETTINGS))('%s is sound when nothing was chosen, and has a key of its own name', (name, { key, initial, sound }) => {
  expect((sound as (value: unknown) => boolean)(initial)).toBe(true);
  expect(key).toBe(name);
});

describe('a site as it is typed', () => {
  test.each([
    ['news.example', 'news.example'],
    ['  WWW.News.Example  ', 'news.example'],
    ['https://www.news.example/2017/a?b=c#d', 'news.example'],
    ['news.example/politics', 'news.example'],
    ['http://news.example:8080/', 'news.example'],
    ['*.news.example', 'news.example'],
    ['localhost', 'localhost'],
    ['مثال.إختبار', 'xn--mgbh0fb.xn--kgbechtv'],
    ['127.0.0.1', '127.0.0.1'],
  ])('%s', (typed, site) => expect(readSite(typed)).toEqual({ site }));

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['news', 'not-a-site'],
    ['the morning paper', 'not-a-site'],
    ['a.example, b.example', 'not-a-site'],
    ['news.*', 'not-a-site'],
    ['.example', 'not-a-site'],
    ['http://', 'not-a-site'],
    ['about:config', 'not-a-site'],
    ['file:///etc/hosts', 'not-the-web'],
    ['chrome://settings', 'not-the-web'],
  ])('%s is not one', (typed, problem) => expect(readSite(typed)).toEqual({ problem }));

  test('whatever is typed is answered, and a site that was understood is understood again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const read = readSite(typed);
        if ('site' in read) expect(readSite(read.site)).toEqual(read);
      }),
    );
  });
});

test('a listed site covers itself and what lies under it, and nothing that merely ends alike', () => {
  const sites = ['news.example', 'other.example'];
  expect(covering(sites, 'news.example')).toBe('news.example');
  expect(covering(sites, 'live.news.example')).toBe('news.example');
  expect(covering(sites, 'fakenews.example')).toBeUndefined();
  expect(covering(sites, 'example')).toBeUndefined();
});

test('a site is listed once, and taken off whole', () => {
  expect(withSite(['b.example'], 'a.example', true)).toEqual(['a.example', 'b.example']);
  expect(withSite(['a.example'], 'a.example', true)).toEqual(['a.example']);
  expect(withSite(['a.example', 'b.example'], 'a.example', false)).toEqual(['b.example']);
});
