// Our detection beside libraries that find numbers in text: the same texts, one after another, in Node. All as ratios to one pass of a
// regular expression. The libraries look for every number and we for casualties alone, so their work is more; none could ship in a page.
import { NumberRecognizer } from '@microsoft/recognizers-text-number';
import nlp from 'compromise';
import wink from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { detect } from '../../lib/detect/detect.ts';
import { languages } from '../../lib/detect/languages.ts';
import { parseHtml } from '../../lib/cli/scan/parse-html.ts';
import { documentOf } from '../../lib/claim/page-info.ts';
import { readPage } from '../../lib/page/page.ts';
import { benchPages } from './pages.ts';
import { report, type Row } from './report.ts';
import { at, median } from './statistics.ts';

const QUICK = process.argv.includes('--quick');
const ROUNDS = 5;
/** Of each kind. */
const COUNT = QUICK ? 5 : 20;

const english = languages['en'];
if (english === undefined) throw new Error('no English');
const { from, pages } = benchPages(COUNT);
const documents = pages.map(({ html }) => documentOf(readPage(parseHtml(html)).page)).filter((d) => d.text.length > 0);
const recognizer = new NumberRecognizer('en-us').getNumberModel();
const winkNlp = wink(model, ['sbd', 'pos', 'ner']);

const FLOOR = 'a pass of a regular expression';
const methods: Record<string, (document: (typeof documents)[number]) => number> = {
  [FLOOR]: ({ text }) => text.match(/\d[\d,.]*/g)?.length ?? 0,
  'our detection': (document) => detect(document, english).length,
  'wink-nlp, cardinals': ({ text }) => winkNlp.readDoc(text).entities().filter((e) => e.out(winkNlp.its.type) === 'CARDINAL').length(),
  'Microsoft recognizers, numbers': ({ text }) => recognizer.parse(text).length,
  'compromise, numbers': ({ text }) => nlp(text).numbers().length,
};

/** Warm, ms: what is over before the clock has moved is done again. */
function timed(work: () => unknown): number {
  let n = 0;
  const since = performance.now();
  do {
    work();
    n++;
  } while (performance.now() - since < 1);
  return (performance.now() - since) / n;
}

const names = Object.keys(methods);
const found = new Map(names.map((name) => [name, 0]));
/** For each method, for each text: its median over the rounds. */
const times = new Map(names.map((name): [string, number[]] => [name, []]));
for (const document of documents) {
  const rounds = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, method] of Object.entries(methods)) {
      let n = 0;
      rounds.get(name)?.push(timed(() => (n = method(document))));
      if (round === 0) found.set(name, (found.get(name) ?? 0) + n);
    }
  }
  for (const [name, list] of rounds) times.get(name)?.push(median(list));
}

const floor = times.get(FLOOR) ?? [];
console.log(`${documents.length} texts (${from}), ${(documents.reduce((n, d) => n + d.text.length, 0) / 1e6).toFixed(2)} million characters; found: ${[...found].map(([name, n]) => `${name} ${n}`).join(', ')}`);
report(
  [...times].map(([name, list]): Row => ({
    line: null,
    metric: `Node, a page's text: ${name}`,
    unit: 'ms',
    median: median(list),
    p95: at(list, 0.95),
    n: list.length,
    ratio: name === FLOOR ? null : { value: median(list.map((ms, i) => ms / (floor[i] ?? 1))), to: 'the expression' },
    bars: [],
  })),
);
