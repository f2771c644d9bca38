// What a server may cost a reader, and when it is asked again.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { carriedHost } from '../lib/update/carried.ts';
import { UpdateFailure } from '../lib/update/failure.ts';
import { fileHost } from '../lib/update/host.ts';
import { after, ageOf, BY_HAND_AGAIN, nextLook, type Rhythm } from '../lib/update/schedule.ts';

const FOLDER = 'https://claims.example/feed';
const signal = new AbortController().signal;
const failureOf = (got: Promise<unknown>): Promise<UpdateFailure> =>
  got.then(
    () => expect.fail('was taken'),
    (error: unknown) => (error instanceof UpdateFailure ? error : expect.fail(String(error))),
  );
const answering = (...make: (() => Response)[]): typeof fetch => vi.fn(() => Promise.resolve((make.shift() ?? (() => new Response('x')))()));

describe('a server', () => {
  test('is asked for a file of the feed, and told nothing of who asks', async () => {
    const request = vi.fn<(address: unknown, options?: RequestInit) => Promise<Response>>(() => Promise.resolve(new Response('abc')));
    const bytes = await fileHost(FOLDER, signal, request as unknown as typeof fetch).get({ name: 'head.json', limit: 10, fresh: true });
    expect(new TextDecoder().decode(bytes)).toBe('abc');
    expect(String(request.mock.calls[0]?.[0])).toBe(`${FOLDER}/head.json`);
    expect(request.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', cache: 'no-cache' });
  });

  const answers: Record<string, [() => Response, string, number | null]> = {
    'that has no such file': [() => new Response('', { status: 404 }), 'unreachable', null],
    'that is overloaded and says for how long, in seconds': [() => new Response('', { status: 503, headers: { 'retry-after': '7200' } }), 'unreachable', 7200],
    'that says so with a word nobody knows': [() => new Response('', { status: 429, headers: { 'retry-after': 'soon' } }), 'unreachable', null],
    'that says the feed is no more': [() => new Response('', { status: 410 }), 'gone', null],
    'that sends more than was asked for': [() => new Response('x'.repeat(11)), 'too-large', null],
    'that never ends': [() => new Response(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1000)) })), 'too-large', null],
  };
  test.each(Object.entries(answers))('%s', async (_, [answer, code, wait]) => {
    const failure = await failureOf(fileHost(FOLDER, signal, answering(answer)).get({ name: 'head.json', limit: 10 }));
    expect([failure.code, failure.retryAfter]).toEqual([code, wait]);
  });

  test('that says until when, as a date', async () => {
    const until = new Date(Date.now() + 3_600_000).toUTCString();
    const failure = await failureOf(fileHost(FOLDER, signal, answering(() => new Response('', { status: 503, headers: { 'retry-after': until } }))).get({ name: 'head.json', limit: 10 }));
    expect(Math.abs((failure.retryAfter ?? 0) - 3_600)).toBeLessThan(60);
  });

  test('that falls silent in the middle is given up', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const request = ((_: unknown, { signal: stop }: RequestInit = {}) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new Uint8Array(3));
              stop?.addEventListener('abort', () => controller.error(stop.reason));
            },
          }),
        ),
      )) as typeof fetch;
    const failure = failureOf(fileHost(FOLDER, signal, request).get({ name: 'head.json', limit: 10 }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await failure).code).toBe('unreachable');
  });

  test('is left when the reader stops the check', async () => {
    const stop = new AbortController();
    stop.abort();
    const request = ((_: unknown, { signal: s }: RequestInit = {}) => Promise.reject(s?.reason ?? new Error('not stopped'))) as typeof fetch;
    expect((await failureOf(fileHost(FOLDER, stop.signal, request).get({ name: 'head.json', limit: 10 }))).code).toBe('cancelled');
  });
});

test('a file that is no .claims file is told from one', async () => {
  expect((await failureOf(carriedHost(new TextEncoder().encode('<html>')))).code).toBe('malformed');
});

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const never: Rhythm = { last: null, failed: 0, failure: null, notBefore: null };
const hours = (rhythm: Rhythm, chance: number): number => Math.round(((nextLook(rhythm, NOW, chance) - NOW) / HOUR) * 100) / 100;
const fails = (times: number): Rhythm => Array.from({ length: times }).reduce<Rhythm>((rhythm) => after(rhythm, NOW, { code: 'unreachable', retryAfter: null }), never);

describe('the next look', () => {
  test('is the first one 5 to 30 minutes after the start', () => {
    expect([hours(never, 0), hours(never, 1)]).toEqual([0.08, 0.5]);
  });
  test('comes a day after a good one, give or take a fifth', () => {
    const good = after(fails(3), NOW, null);
    expect([hours(good, 0), hours(good, 0.5), hours(good, 1)]).toEqual([19.2, 24, 28.8]);
  });
  test('comes after an hour when one failed, then ever later, at most a day', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((n) => hours(fails(n), 0.5))).toEqual([1, 2, 4, 8, 16, 24, 24]);
  });
  test('waits as long as the host asks, but not for ever', () => {
    const told = (retryAfter: number): number => hours(after(never, NOW, { code: 'unreachable', retryAfter }), 0.5);
    expect([told(60), told(36_000), told(1e9)]).toEqual([1, 10, 168]);
  });
  test('comes after a month when the feed is said to be no more', () => {
    expect(hours(after(never, NOW, { code: 'gone', retryAfter: null }), 0.5)).toBe(720);
  });
  test('is not put off by a clock that was set back', () => {
    expect(hours({ ...never, last: NOW + 1000 * 24 * HOUR }, 0.5)).toBe(24);
  });
  test('is no failure of the host when the reader stopped it', () => {
    expect(after(fails(2), NOW, { code: 'cancelled', retryAfter: null })).toMatchObject({ failed: 2, failure: 'unreachable' });
  });
  test('by hand is possible once a minute', () => {
    expect(BY_HAND_AGAIN).toBe(60_000);
  });
});

test('data grows old: amber when nobody vouches for it any more, red after 60 days', () => {
  const day = 24 * HOUR;
  const vouched = { at: NOW, until: NOW + 14 * day };
  expect([1, 14, 15, 59, 60].map((d) => ageOf(vouched, NOW + d * day))).toEqual(['fresh', 'fresh', 'amber', 'amber', 'red']);
});
