// The reading rules, as sentences: each rule reads at least two and leaves at least one. The cases are in spec/detect/<language>/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../lib/claim/claim.ts';
import type { Block } from '../lib/claim/document.ts';
import { detect } from '../lib/detect/detect.ts';
import { languages } from '../lib/detect/languages.ts';
import { mayHoldFigure } from '../lib/detect/languages/en/gate.ts';

const SPEC = join(import.meta.dirname, 'spec/detect');

/** What a case may say of a claim beside its measure and words; only what is given is compared. */
type Expected = { [K in keyof Claim]?: K extends 'period' ? { text?: string; from?: string | null; to?: string | null } | null : Claim[K] };
type Case = { text: string; claims: string[]; fields?: Expected[]; header?: string; why?: string };
type Family = { rule: string; about: string; cases: Case[] };

function read(text: string, code: string, header: string | null): Claim[] {
  const language = languages[code];
  if (!language) throw new Error(`no language ${code}`);
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    blocks.push({ start, end: start + line.length, role: header === null ? 'paragraph' : 'cell', header });
    start += line.length + 1;
  }
  return detect({ text, blocks }, language);
}

/** "killed: at least 735 civilians" */
const inWords = (c: Claim): string => `${c.measure}: ${c.text}`;

for (const code of Object.keys(languages)) {
  const files = readdirSync(join(SPEC, code)).filter((f) => f.endsWith('.json'));
  test(`${code} has a spec`, () => expect(files.length).toBeGreaterThan(0));
  const families = files.flatMap((f) => JSON.parse(readFileSync(join(SPEC, code, f), 'utf8')) as Family[]);

  for (const { rule, about, cases } of families)
    describe(`${code} · ${rule}: ${about}`, () => {
      for (const { text, claims, fields, header } of cases)
        test(text, () => {
          const found = read(text, code, header ?? null);
          expect(found.map(inWords)).toEqual(claims);
          fields?.forEach((want, i) => expect(found[i]).toMatchObject(want));
          for (const c of found) {
            expect(text.slice(c.start, c.end)).toBe(c.text);
            expect(c.number.start).toBeGreaterThanOrEqual(c.start);
            expect(c.number.end).toBeLessThanOrEqual(c.end);
          }
          if (code === 'en' && found.some((c) => c.kind === 'count')) expect(mayHoldFigure(`${header ?? ''} ${text}`)).toBe(true);
        });
      test('has two cases that it reads and one that it leaves, with the reason', () => {
        const reads = cases.filter((c) => read(c.text, code, c.header ?? null).some((found) => found.rules.includes(rule)));
        expect(reads.length).toBeGreaterThanOrEqual(2);
        const leaves = cases.filter((c) => c.why !== undefined && !read(c.text, code, c.header ?? null).some((found) => found.rules.includes(rule)));
        expect(leaves.length).toBeGreaterThanOrEqual(1);
      });
    });

  test(`${code}: every rule of the engine has its cases`, () => {
    const source = readFileSync(join(import.meta.dirname, '../lib/detect/rules.ts'), 'utf8');
    const known = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map((m) => m[1]);
    const covered = new Set(families.map((f) => f.rule));
    expect(known.filter((r) => r !== undefined && !covered.has(r))).toEqual([]);
  });
}
