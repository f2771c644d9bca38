// The pages that are measured on: published ones, which are other people's and stay outside the project, or, where they are
// not at hand, pages of our own making of about the same size.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeHtml } from '../../lib/cli/scan/parse-html.ts';

export type BenchPage = { name: string; kind: 'clean' | 'casualty'; html: string };

const PAGES = resolve(import.meta.dirname, '../../../shared/pages');
const KINDS = ['clean', 'casualty'] as const;

/** Where they come from, and up to `count` of each kind. */
export function benchPages(count = Number.POSITIVE_INFINITY): { from: string; pages: BenchPage[] } {
  if (!existsSync(PAGES)) return { from: 'generated', pages: KINDS.flatMap((kind) => Array.from({ length: Math.min(count, 40) }, (_, i): BenchPage => ({ name: `${kind}-${i}`, kind, html: generated(kind, 20 + 10 * i) }))) };
  const pages = KINDS.flatMap((kind) => {
    const names = readdirSync(join(PAGES, kind)).filter((f) => f.endsWith('.html')).sort();
    // Every so many, so that a few are as mixed as all.
    const step = Math.max(1, names.length / count);
    return Array.from({ length: Math.min(count, names.length) }, (_, i) => names[Math.floor(i * step)] ?? '').map((name): BenchPage => ({ name, kind, html: decodeHtml(readFileSync(join(PAGES, kind, name))) }));
  });
  return { from: '../shared/pages', pages };
}

export const PLAIN = 'The bakery on the corner opens at six, and by seven the first loaves are gone; whoever comes at nine finds rolls, and a chair in the sun.';
export const FIGURES = [
  'Officials in Derna said 11,300 people had died in the flood that followed Storm Daniel.',
  'A truck bomb near the Zoobe junction in Mogadishu killed 512 people on 14 October 2017.',
  'At least 3,200 civilians were killed by coalition air strikes during the battle of Mosul.',
];

/** An article of this many paragraphs with menus, scripts and links around it; `casualty`: every fifth holds a figure. */
export function generated(kind: BenchPage['kind'], paragraphs: number): string {
  const menu = `<nav><ul>${'<li><a href="/section">Section</a></li>'.repeat(40)}</ul></nav>`;
  const body = Array.from({ length: paragraphs }, (_, i) => `<p class="body">${i % 5 === 4 && kind === 'casualty' ? FIGURES[(i / 5) % FIGURES.length | 0] : PLAIN} <a href="/other">More of this</a> <b>and</b> that.</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-01-20"></head><body>${menu}<script>const data = ${JSON.stringify('x y z 12 '.repeat(3_000))};</script><article><h1>What the year has brought</h1>${body}</article><footer>${PLAIN}</footer></body></html>`;
}
