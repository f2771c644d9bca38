// Each format against its golden file, and opened with a library that is not ours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { parse as parseCsv } from 'csv-parse/sync';
import * as fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { cellsOf, COLUMNS } from '../lib/export/columns.ts';
import { defused, fused } from '../lib/export/defuse.ts';
import { exporters, fileName } from '../lib/export/export.ts';
import type { Exporter } from '../lib/export/exporter.ts';
import { importFile } from '../lib/export/import.ts';
import { SavedFile } from '../lib/export/json.ts';
import { tidyTags } from '../lib/saved/edit.ts';
import { readSaved } from '../lib/saved/read.ts';
import type { SavedClaim } from '../lib/saved/schema.ts';
import saved from './spec/export/saved.json' with { type: 'json' };
import { hash, savedOf } from './saved-content.ts';

// As CommonJS: its ES modules name their files without endings, which Node does not take.
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as typeof import('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const ABOUT = { now: '2026-11-24T10:00:00Z', extension: '0.1.0' };
const OPTIONS = { ...ABOUT, hash };
const CLAIMS = saved as SavedClaim[];

const format = (id: Exporter['id']): Exporter => {
  const found = exporters.find((e) => e.id === id);
  if (found === undefined) throw new Error(`no exporter ${id}`);
  return found;
};

async function bytes(id: Exporter['id'], claims: readonly SavedClaim[]): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: (string | Uint8Array<ArrayBuffer>)[] = [];
  // In parts of two, as a store would give them.
  const parts = Array.from({ length: Math.ceil(claims.length / 2) }, (_, i) => claims.slice(2 * i, 2 * i + 2));
  for await (const piece of format(id).write(parts, ABOUT)) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
const text = async (id: Exporter['id'], claims: readonly SavedClaim[]): Promise<string> => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(id, claims));

test('the golden list holds saved claims', () => {
  for (const claim of saved) expect(readSaved(claim)).toEqual({ claim });
});

test.each(exporters.filter((e) => e.id !== 'xlsx').map((e) => [e.id, e] as const))('%s is as expected', async (id, { extension }) => {
  expect(await text(id, CLAIMS)).toBe(readFileSync(new URL(`spec/export/expected${extension}`, import.meta.url), 'utf8'));
});

test.each(exporters.map((e) => [e.id] as const))('%s of an empty list is a file all the same', async (id) => {
  expect(fileName(format(id), ABOUT.now)).toMatch(/^tallyside-2026-11-24\.\w/);
  if (id !== 'bibtex' && id !== 'ris') expect((await bytes(id, [])).length).toBeGreaterThan(0);
});

/** Strings that pages, and people who mean harm, may hold. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('=1+1', '+1', '-1', '@a', '\t=1', ' \u00a0=1', "'=1", "''", '"', '""', 'a"b', 'a,b', 'a;b', 'a\nb', 'a\r\nb', 'a\r=1', '\uFF1D1', '\u202Eabc', '\u2067x\u2069', '{', '}', '\\', '%', '$x$', '@article{x,', '}\n@x{', 'ER  - ', 'a and b', '<b>', '<!--', '\u2028=1', 'مرفأ', '😀', ']]>', '&amp;', '0123', '1e9', 'TRUE', 'constructor', '__proto__'),
);
const some = hostile.filter((s) => s !== '');
const maybe = fc.option(some);

const claimsOf = (base: SavedClaim): fc.Arbitrary<SavedClaim> =>
  fc
    .record({ exact: some, prefix: hostile, note: hostile, title: maybe, site: maybe, author: maybe, tags: fc.array(some, { maxLength: 3 }), saidBy: maybe, low: fc.option(fc.nat()), figure: fc.boolean(), increment: fc.boolean() })
    .map(({ exact, prefix, note, title, site, author, tags, saidBy, low, figure, increment }) =>
      Object.assign(structuredClone(base), {
        quote: { exact: exact.padEnd(22, '.'), prefix, suffix: prefix },
        note,
        page: { ...base.page, title, headline: title, site, author },
        tags: tidyTags(tags),
        figure: figure && base.figure ? { ...base.figure, saidBy, low, increment } : null,
      }),
    );

const ordinary = await savedOf();

describe('CSV', () => {
  test('read by another library: a row a claim, the cells that were written', async () => {
    await fc.assert(
      fc.asyncProperty(claimsOf(ordinary), async (claim) => {
        const rows = parseCsv(await text('csv', [claim]), { bom: true }) as string[][];
        expect(rows).toHaveLength(2);
        expect(rows[0]).toEqual(COLUMNS.map((c) => c.name));
        expect(rows[1]?.map(fused)).toEqual(cellsOf(claim).map((value) => String(value ?? '')));
      }),
    );
  });

  test('no cell, and no line in one, starts a formula', async () => {
    await fc.assert(
      fc.asyncProperty(claimsOf(ordinary), async (claim) => {
        const rows = parseCsv(await text('csv', [claim]), { bom: true }) as string[][];
        for (const cell of rows.flat()) for (const line of cell.split(/[\r\n\u2028\u2029]/)) expect(line).not.toMatch(/^(?:\t|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/);
      }),
    );
  });

  test('an apostrophe that is put in front comes off again', () => {
    fc.assert(fc.property(hostile, (words) => void expect(fused(defused(words))).toBe(words)));
  });

  test('comes back in as it was, but for what a table cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(claimsOf(ordinary), async (claim) => {
        const { claims, rejected } = await importFile(await text('csv', [claim]), OPTIONS);
        expect(rejected).toEqual([]);
        expect(claims).toEqual([{ ...claim, beside: null, changed: null }]);
      }),
    );
  });

  test('every column says what it means', () => {
    for (const { name, about } of COLUMNS) expect(about, name).toMatch(/^[A-Z‘“a-z].{8,}\.$|…\.?$/);
    expect(new Set(COLUMNS.map((c) => c.name)).size).toBe(COLUMNS.length);
  });
});

describe('JSON', () => {
  test('comes back in as it was', async () => {
    await fc.assert(
      fc.asyncProperty(claimsOf(ordinary), async (claim) => {
        expect(await importFile(await text('json', [claim]), OPTIONS)).toEqual({ from: 'json', claims: [claim], rejected: [], besides: null });
      }),
    );
    expect((await importFile(await text('json', CLAIMS), OPTIONS)).claims).toEqual(CLAIMS);
  });

  test('is what its schema says', async () => {
    expect(SavedFile.safeParse(JSON.parse(await text('json', CLAIMS))).success).toBe(true);
  });
});

describe('XLSX, opened by another library', () => {
  test('the cells that were written, numbers as numbers, and no formula', async () => {
    await fc.assert(
      fc.asyncProperty(claimsOf(ordinary), async (claim) => {
        const book = readWorkbook(await bytes('xlsx', [claim]), { cellFormula: true });
        expect(book.SheetNames).toEqual(['Saved claims', 'Columns']);
        const sheet = book.Sheets['Saved claims'] ?? {};
        for (const [place, cell] of Object.entries(sheet)) if (!place.startsWith('!')) expect((cell as { f?: string }).f).toBeUndefined();
        const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
        const shown = cellsOf(claim).map((value) => (typeof value === 'string' ? clean(value) || null : value));
        expect(rows[1]?.map((value) => (typeof value === 'string' ? clean(value) || null : value))).toEqual(shown);
      }),
      { numRuns: 30 },
    );
  });

  /** XML knows one kind of line end, and no control characters; names of JavaScript's own get a space. */
  // oxlint-disable-next-line no-control-regex
  const clean = (words: string): string => words.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/^(\w+) $/, '$1');
});

describe('citations, read by citation-js', () => {
  // Told what it reads, as by a file's name: by itself it takes any text with an @ and a brace for BibTeX.
  const TYPES = { csl: '@else/json', bibtex: '@biblatex/text', ris: '@ris/file' };
  const read = async (id: keyof typeof TYPES, claims: readonly SavedClaim[]): Promise<Record<string, unknown>[]> => new Cite(await text(id, claims), { forceType: TYPES[id] }).data;

  test('CSL-JSON, BibTeX and RIS say the same of each page', async () => {
    const [csl, bib, ris] = await Promise.all((['csl', 'bibtex', 'ris'] as const).map((id) => read(id, CLAIMS)));
    expect(csl).toHaveLength(2);
    for (const items of [bib, ris]) {
      expect(items?.map((i) => [i['id'], i['type'], i['title'], i['URL'], i['issued'], i['language']])).toEqual(csl?.map((i) => [i['id'], i['type'], i['title'], i['URL'], i['issued'], i['language']]));
      expect(items?.map((i) => String(i['keyword']).replaceAll(',', ', '))).toEqual(csl?.map((i) => i['keyword']));
    }
    expect(bib?.map((i) => i['accessed'])).toEqual(csl?.map((i) => i['accessed']));
    expect(bib?.map((i) => i['publisher'])).toEqual(csl?.map((i) => i['container-title']));
    expect(csl?.[1]?.['author']).toEqual([{ literal: 'Anna Ånd and Bo, Jr.' }]);
    expect(bib?.[1]?.['author']).toEqual([{ family: 'Anna Ånd and Bo, Jr.' }]);
    expect(ris?.[1]?.['author']).toEqual([{ literal: 'Anna Ånd and Bo Jr.' }]);
  });

  test.each(['bibtex', 'ris', 'csl'] as const)('%s: whatever a page is called, it is one item of that title', async (id) => {
    await fc.assert(
      fc.asyncProperty(claimsOf(ordinary), async (claim) => {
        const items = await read(id, [claim]);
        expect(items).toHaveLength(1);
        expect(items[0]?.['URL']).toBe(claim.page.url);
        const title = (claim.page.headline ?? claim.quote.exact.slice(0, 80)).replace(/[\s\p{Cc}]+/gu, ' ').trim();
        if (title !== '') expect(comparable(items[0]?.['title'])).toBe(comparable(title));
      }),
      { numRuns: 60 },
    );
  });

  /** The reader takes TeX's quotation marks and dashes, and HTML's small set of tags, for what they look like. */
  const comparable = (title: unknown): string => String(title).normalize('NFC').replace(/<\/?\w+>|[^\p{L}\p{N}]/gu, '');
});

describe('Web Annotations, read as linked data', () => {
  const OA = 'http://www.w3.org/ns/oa#';
  const AS = 'http://www.w3.org/ns/activitystreams#';
  // The part of the W3C's context that annotations of ours use, from the vocabulary itself: https://www.w3.org/TR/annotation-vocab/
  const CONTEXT = {
    id: '@id', type: '@type',
    Annotation: `${OA}Annotation`, AnnotationPage: `${AS}OrderedCollectionPage`, SpecificResource: `${OA}SpecificResource`, TextualBody: `${OA}TextualBody`,
    TextQuoteSelector: `${OA}TextQuoteSelector`, TextPositionSelector: `${OA}TextPositionSelector`, Software: `${AS}Application`,
    items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' }, purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
    ...Object.fromEntries(['highlighting', 'commenting', 'tagging', 'describing', 'classifying'].map((m) => [m, OA + m])),
    body: { '@id': `${OA}hasBody`, '@type': '@id' }, target: { '@id': `${OA}hasTarget`, '@type': '@id' }, source: { '@id': `${OA}hasSource`, '@type': '@id' }, selector: { '@id': `${OA}hasSelector`, '@type': '@id' },
    exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`,
    start: { '@id': `${OA}start`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' }, end: { '@id': `${OA}end`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
    created: { '@id': 'http://purl.org/dc/terms/created', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }, modified: { '@id': 'http://purl.org/dc/terms/modified', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    generator: { '@id': `${AS}generator`, '@type': '@id' }, name: 'http://xmlns.com/foaf/0.1/name', format: 'http://purl.org/dc/elements/1.1/format', value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  };

  test('each claim is an annotation with a quotation on a page, and no word of it is lost', async () => {
    const [page] = await jsonld.expand(JSON.parse(await text('jsonld', CLAIMS)) as object, {
      // Fails where something would be left out because it means nothing.
      safe: true,
      documentLoader: (url) => (url === 'http://www.w3.org/ns/anno.jsonld' ? Promise.resolve({ document: { '@context': CONTEXT }, documentUrl: url, contextUrl: null }) : Promise.reject(new Error(url))),
    });
    const [{ '@list': annotations }] = (page?.[`${AS}items`] ?? [{ '@list': [] }]) as [{ '@list': Record<string, object[]>[] }];
    expect(annotations).toHaveLength(3);
    for (const [i, annotation] of annotations.entries()) {
      const claim = CLAIMS[i];
      expect(annotation['@id']).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(annotation['@type']).toEqual([`${OA}Annotation`]);
      expect(annotation[`${OA}hasTarget`]).toMatchObject([
        {
          [`${OA}hasSource`]: [{ '@id': claim?.page.canonical ?? claim?.page.url }],
          [`${OA}hasSelector`]: [{ '@type': [`${OA}TextQuoteSelector`], [`${OA}exact`]: [{ '@value': claim?.quote.exact }] }, { [`${OA}start`]: [{ '@value': claim?.position?.start }] }],
        },
      ]);
    }
  });
});

test('a table of 2,000 claims is written in pieces', async () => {
  const many = Array.from({ length: 2_000 }, (_, i) => ({ ...ordinary, id: i.toString(16).padStart(32, '0') }));
  const pieces: unknown[] = [];
  for await (const piece of format('csv').write([many.slice(0, 1_000), many.slice(1_000)], ABOUT)) pieces.push(piece);
  expect(pieces).toHaveLength(3);
  const { claims } = await importFile(await text('csv', many), OPTIONS);
  expect(claims).toHaveLength(2_000);
});
