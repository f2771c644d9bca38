// How long linking takes and what its index weighs: on the bundled database, and on 100,000 questions generated from its
// shape. Run with `node test/bench/link.ts [--json]`; prints medians and their ratio to one bare regular expression over the same text.
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { loadDatabase } from '../../assets/compile.ts';
import type { Database } from '../../lib/claim/database.ts';
import { plainDocument } from '../../lib/claim/plain-text.ts';
import { detect } from '../../lib/detect/detect.ts';
import { languages } from '../../lib/detect/languages.ts';
import { buildIndex } from '../../lib/link/build-index.ts';
import { link } from '../../lib/link/link.ts';
import { eventsOf, generated } from './generated.ts';
import { pageOfFigures } from './page-of-figures.ts';
import { report } from './report.ts';
import { at, median } from './statistics.ts';

const QUESTIONS = 100_000;
const CLAIMS = 40;
const ROUNDS = 200;

/** Also the fastest run: on a machine that others use as well, nearer to what the work itself takes. */
function timed(run: () => void): { median: number; p95: number; fastest: number } {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const from = performance.now();
    run();
    times.push(performance.now() - from);
  }
  return { median: median(times), p95: at(times, 0.95), fastest: at(times, 0) };
}

type Result = { name: string; questions: number; claims: number; linked: number; characters: number; link: number; p95: number; fastest: number; regex: number; ratio: number; megabytes: number; built: number };

/** Times in milliseconds, medians. Throws when the page does not hold the claims it is meant to. */
function measure(name: string, data: Database): Result {
  const from = performance.now();
  const index = buildIndex(data);
  const built = performance.now() - from;
  const document = plainDocument(pageOfFigures(CLAIMS), { date: '2025-01-20' });
  const english = languages['en'];
  if (english === undefined) throw new Error('no English');
  const claims = detect(document, english).slice(0, CLAIMS);
  if (claims.length < CLAIMS) throw new Error(`${claims.length} claims on the page instead of ${CLAIMS}`);
  let found = 0;
  const regex = timed(() => (found += document.text.match(/\d[\d,.]*/g)?.length ?? 0));
  const linked = link(document, claims, index).filter((m) => m !== null).length;
  const ms = timed(() => (found += link(document, claims, index).length));
  if (found === 0) throw new Error('nothing was done');
  return { name, questions: index.opens.length, claims: claims.length, linked, characters: document.text.length, link: ms.median, p95: ms.p95, fastest: ms.fastest, regex: regex.median, ratio: ms.fastest / regex.fastest, megabytes: serialize(index).byteLength / 1e6, built };
}

const database = await loadDatabase(join(import.meta.dirname, '../../assets'));
const questions = [...generated(database, QUESTIONS)];
const results = [measure('bundled', database), measure('generated', { ...database, questions, events: eventsOf(database, questions.map((q) => q.event)) })];
if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2));
else
  for (const r of results)
    console.log(
      `${r.name}: ${r.questions} questions, ${r.claims} claims (${r.linked} linked) on ${r.characters} characters: link ${r.link.toFixed(2)} ms (fastest ${r.fastest.toFixed(2)}), ` +
        `bare regex ${r.regex.toFixed(3)} ms (× ${r.ratio.toFixed(0)}), index ${r.megabytes.toFixed(1)} MB, built in ${r.built.toFixed(0)} ms`,
    );
report(
  results.flatMap((r) => [
    { line: null, metric: `Node, linking ${r.claims} claims, ${r.questions} questions`, unit: 'ms', median: r.link, p95: r.p95, n: ROUNDS, ratio: { value: r.ratio, to: 'the expression' }, bars: [] },
    { line: null, metric: `index of ${r.questions} questions`, unit: 'MB', median: r.megabytes, p95: null, n: 1, ratio: null, bars: [] },
  ]),
);
