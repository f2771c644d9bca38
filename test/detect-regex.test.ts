// No text may hang a page: every regular expression that whole texts go through is linear, and hostile texts are read to the end.
// https://makenowjust-labs.github.io/recheck/ proves a pattern safe by automaton; V8's own linear engine excludes most flags.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { detect } from '../lib/detect/detect.ts';
import { languages } from '../lib/detect/languages.ts';
import { mayHoldFigure } from '../lib/detect/languages/en/gate.ts';
import { HOSTILE } from './hostile-texts.ts';

// In this process: the library's own other one, faster by little, has been seen to wait for itself for ever on a busy machine.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';

const LIB = join(import.meta.dirname, '../lib');
/** Texts of pages pass through these folders; the rest meets only what is ours. */
const WHOLE_TEXTS = /^(?:claim|detect|link|page)\//;

const LITERAL = /(?<=[=(,:!&|?;[] ?|return )\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([a-z]*)/gm;

type Literal = { file: string; source: string; flags: string };

const literals: Literal[] = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f) && WHOLE_TEXTS.test(f))
  .flatMap((file) => {
    const code = readFileSync(join(LIB, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '').replace(/(?<=\s)\/\/ .*$/gm, '');
    return [...code.matchAll(LITERAL)].map((m) => ({ file, source: m[1] ?? '', flags: m[2] ?? '' }));
  });

/** No limit of time: what is found must not depend on how busy the machine is. Steps are limited, and the seed is fixed. */
const UNHURRIED = { timeout: null, attackTimeout: null, incubationTimeout: null, recallTimeout: null, seedingTimeout: null } as const;
const PATIENCE = 300_000;

describe('every regular expression that whole texts go through is linear', { timeout: PATIENCE }, () => {
  test('there are some to check', () => expect(literals.filter((l) => l.file.startsWith('detect/')).length).toBeGreaterThan(3));
  for (const { file, source, flags } of literals)
    test(`${file} /${source}/${flags}`, () => {
      // A sticky pattern is tried at one place, as if the text began there; the checker knows no such flag.
      const result = checkSync(flags.includes('y') ? `^(?:${source})` : source, flags.replace(/[dvy]/g, ''), UNHURRIED);
      expect(result.status, JSON.stringify(result)).toBe('safe');
    });
});

describe('hostile texts are read to the end, and say nothing that is not there', () => {
  for (const [name, text] of Object.entries(HOSTILE))
    test(name, () => {
      for (const language of Object.values(languages)) {
        const claims = detect({ text, blocks: [{ start: 0, end: text.length, role: 'paragraph', header: null }] }, language);
        for (const c of claims) expect(text.slice(c.start, c.end)).toBe(c.text);
        let last = -1;
        for (const c of claims) {
          expect(c.number.start).toBeGreaterThan(last);
          last = c.number.start;
        }
      }
      expect(typeof mayHoldFigure(text)).toBe('boolean');
    });
});
