// Real news pages, as published: what is read from the page itself, beside what is read from its labelled text. They are
// other people's pages and stay outside the project (../shared/pages).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../lib/claim/claim.ts';
import { decodeHtml, parseHtml } from '../lib/cli/scan/parse-html.ts';
import { openScanner } from '../lib/cli/scan/scanner.ts';
import { judge } from '../lib/page/judge.ts';
import { isReadable, TEXTS } from '../lib/page/readable.ts';
import { shadowRoots } from '../lib/page/shadow-roots.ts';
import { toEnd } from '../lib/page/to-end.ts';

const PAGES = resolve(import.meta.dirname, '../../shared/pages');
const here = existsSync(PAGES);
const filesIn = (folder: string, ending: string): string[] => (here ? readdirSync(join(PAGES, folder)).filter((f) => f.endsWith(ending)) : []);
const html = (folder: string, slug: string): string => decodeHtml(readFileSync(join(PAGES, folder, `${slug}.html`)));

/** Of the figures in a page's own text, this share must be found in the page; the rest stand in boxes of links to other stories. */
const FOUND = 0.97;
/** Of 55 pages without human casualties, so many figures may be read in error; none may get a card. */
const FALSE_FIGURES = 5;

describe.skipIf(!here)('pages of news (../shared/pages; skipped where they are not at hand)', async () => {
  const scanner = here ? await openScanner() : null;
  if (!scanner) return;

  test('nearly every figure of a page’s text is found in the page', () => {
    // A figure with the words behind it: where it stands differs between the two.
    const name = (text: string, c: Claim): string => `${c.measure} ${c.low} ${c.high} ${text.slice(c.number.start, c.number.end + 14).replace(/\W/g, '')}`;
    let all = 0;
    const missed: string[] = [];
    for (const slug of filesIn('gold', '.txt').map((f) => f.slice(0, -4)).filter((s) => existsSync(join(PAGES, 'casualty', `${s}.html`)))) {
      const text = scanner.scan({ text: readFileSync(join(PAGES, 'gold', `${slug}.txt`), 'utf8'), lang: 'en' });
      const page = scanner.scan({ html: html('casualty', slug), lang: 'en' });
      const found = page.claims.map((c) => name(page.document.text, c));
      for (const claim of text.claims) {
        all++;
        const at = found.indexOf(name(text.document.text, claim));
        if (at < 0) missed.push(`${slug}: ${claim.text}`);
        else found.splice(at, 1);
      }
    }
    expect(all).toBeGreaterThan(200);
    expect((all - missed.length) / all, missed.join('\n')).toBeGreaterThanOrEqual(FOUND);
  });

  test('pages without casualties get no card and hardly a figure', () => {
    const scans = filesIn('clean', '.html').map((f) => scanner.scan({ html: html('clean', f.slice(0, -5)) }));
    expect(scans.length).toBeGreaterThan(50);
    expect(scans.flatMap((s) => s.matches.filter((m) => m !== null))).toEqual([]);
    expect(scans.flatMap((s) => s.claims.map((c) => c.text)).length).toBeLessThanOrEqual(FALSE_FIGURES);
  });

  test('articles are read by themselves, on every site alike; two front pages and a report of four lines are not', () => {
    const judged = (folder: string): (string | null)[] => filesIn(folder, '.html').map((f) => toEnd(judge(parseHtml(html(folder, f.slice(0, -5))), shadowRoots)));
    const casualty = judged('casualty');
    expect(casualty.filter((why) => why === null).length).toBeGreaterThanOrEqual(casualty.length - 3);
    expect(casualty.filter((why) => why !== null && why !== 'no-article')).toEqual([]);
    // A code host's folder of files is a grid to work in.
    expect(judged('clean').filter((why) => why !== null)).toEqual(['private']);
  });

  test('what reads like an article is what Readability takes for one, with either bound', () => {
    for (const folder of ['casualty', 'clean'])
      for (const f of filesIn(folder, '.html')) {
        const page = parseHtml(html(folder, f.slice(0, -5)));
        for (const minContentLength of [40, 140]) expect(toEnd(isReadable(page.querySelectorAll(TEXTS), minContentLength)), `${f}, ${minContentLength}`).toBe(isProbablyReaderable(page, { minContentLength }));
      }
  });

  test('nearly every page with casualties says when it appeared', () => {
    const dated = filesIn('casualty', '.html').map((f) => scanner.scan({ html: html('casualty', f.slice(0, -5)) }).document.info.date);
    expect(dated.filter((d) => d !== null).length / dated.length).toBeGreaterThan(0.8);
  });
});
