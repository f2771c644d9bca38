// The five source articles that this project began with: every figure that has rivals is found and linked, nothing else is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openScanner, type Scan } from '../lib/cli/scan/scanner.ts';

const SHARED = resolve(import.meta.dirname, '../../shared');
const LINKS = join(SHARED, 'facts/seed-links.json');
const GOLD = join(SHARED, 'pages/gold');

type Seed = { article: number; article_name: string; fragment: string; expect: 'match' | 'context' | 'ignore'; question: string | null };

const here = existsSync(LINKS) && existsSync(GOLD);
const seeds = here ? (JSON.parse(readFileSync(LINKS, 'utf8')) as Seed[]) : [];
const questions = new Map<string, { thin: boolean; kind: string }>();

/** By number of article. The articles are other people's text and stay outside the project. */
async function scanArticles(): Promise<Scan[]> {
  if (!here) return [];
  const scanner = await openScanner();
  for (const q of scanner.database.questions) questions.set(q.id, q);
  const files = readdirSync(GOLD).filter((f) => /^seed-.*\.txt$/.test(f)).toSorted();
  return files.map((file, i) => {
    const text = readFileSync(join(GOLD, file), 'utf8');
    const date = /\d{4}-\d\d-\d\d/.exec(seeds.find((s) => s.article === i)?.article_name ?? '')?.[0] ?? null;
    return scanner.scan({ text, title: text.split('\n')[0] ?? null, date, lang: 'en' });
  });
}

/** The claims of the article whose number stands inside the fragment. */
function claimsIn({ document, claims, matches }: Scan, fragment: string) {
  const found: { text: string; question: string | null; relation: string | null }[] = [];
  for (let at = document.text.indexOf(fragment); at >= 0; at = document.text.indexOf(fragment, at + 1))
    for (const [i, claim] of claims.entries())
      if (claim.number.start >= at && claim.number.end <= at + fragment.length)
        found.push({ text: claim.text, question: matches[i]?.question ?? null, relation: matches[i]?.relation ?? null });
  return found;
}

describe.skipIf(!here)('the five source articles (../shared)', async () => {
  const articles = await scanArticles();
  const article = (seed: Seed): Scan => {
    const scan = articles[seed.article];
    // A comment under an article is not in every copy of its text; a figure that must be found is.
    if (!scan || (seed.expect === 'match' && !scan.document.text.includes(seed.fragment))) throw new Error(`${seed.article_name} has no “${seed.fragment}”`);
    return scan;
  };
  const of = (kind: Seed['expect']) => seeds.filter((s) => s.expect === kind).map((s) => Object.assign(s, { name: `${s.article_name}: ${s.fragment}` }));

  // "The remainder" of the dead is no number; what matters is that nothing wrong is said of it.
  const isResidual = (s: Seed): boolean => s.question?.endsWith('-undetermined') ?? false;
  const residual = of('match').filter(isResidual);
  const matches = of('match').filter((s) => !isResidual(s));

  test.each(matches)('$name → $question', (seed) => {
    expect(claimsIn(article(seed), seed.fragment).map((c) => c.question)).toContain(seed.question);
  });

  test.each([...of('ignore'), ...residual])('$name: left alone', (seed) => {
    expect(claimsIn(article(seed), seed.fragment).filter((c) => c.question !== null && c.question !== seed.question)).toEqual([]);
  });

  test.each(of('context'))('$name: never a card', (seed) => {
    const carded = claimsIn(article(seed), seed.fragment).filter(({ question }) => {
      const known = question === null ? undefined : questions.get(question);
      return known !== undefined && !known.thin && known.kind !== 'context';
    });
    expect(carded).toEqual([]);
  });
});
