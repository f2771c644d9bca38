// What Hypothesis exports, and what its API answers: https://h.readthedocs.io/en/latest/api-reference/
import * as z from 'zod/mini';
import { tidyTags } from '../saved/edit.ts';
import { hostOf, pageKey } from '../saved/page-key.ts';
import { readSaved } from '../saved/read.ts';
import { idOf } from '../saved/saved.ts';
import { VERSION } from '../saved/schema.ts';
import type { ImportOptions, ReadFile } from './import.ts';

const Annotation = z.object({
  created: z.optional(z.string()),
  updated: z.optional(z.string()),
  uri: z.string(),
  text: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  target: z.optional(z.array(z.object({ selector: z.optional(z.array(z.looseObject({ type: z.string() }))) }))),
  document: z.optional(z.object({ title: z.optional(z.array(z.string())) })),
});

const Quote = z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.optional(z.string()), suffix: z.optional(z.string()) });
const Position = z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() });

/** Either side of a quotation, as much as we keep of our own. */
const CONTEXT = 32;

/** Null: not theirs. */
export async function readHypothesis(file: unknown, options: ImportOptions): Promise<ReadFile | null> {
  const entries = entriesOf(file);
  if (entries === null) return null;
  const read: ReadFile = { claims: [], rows: [], rejected: [] };
  for (const [i, entry] of entries.entries()) {
    const row = i + 1;
    const annotation = Annotation.safeParse(entry);
    if (!annotation.success) {
      read.rejected.push({ row, problem: { what: 'wrong-form', where: annotation.error.issues[0]?.path.join('.') ?? '' } });
      continue;
    }
    const draft = await claimOf(annotation.data, options);
    const result = draft === null ? null : readSaved(draft);
    if (result === null) read.rejected.push({ row, problem: { what: 'no-quote', where: 'target.selector' } });
    else if ('problem' in result) read.rejected.push({ row, problem: result.problem });
    else {
      read.claims.push(result.claim);
      read.rows.push(row);
    }
  }
  return read;
}

/** The export's `annotations`, the API's `rows`, or the bare list. */
function entriesOf(file: unknown): unknown[] | null {
  if (typeof file !== 'object' || file === null) return null;
  const entries = Array.isArray(file) ? file : 'annotations' in file ? file.annotations : 'rows' in file ? file.rows : null;
  const theirs = (entry: unknown): boolean => typeof entry === 'object' && entry !== null && 'uri' in entry && ('target' in entry || 'text' in entry);
  return Array.isArray(entries) && (entries.length === 0 || entries.some(theirs)) ? entries : null;
}

async function claimOf(annotation: z.infer<typeof Annotation>, { now, extension, hash }: ImportOptions): Promise<unknown> {
  const selectors = annotation.target?.flatMap((t) => t.selector ?? []) ?? [];
  const quote = selectors.map((s) => Quote.safeParse(s)).find((s) => s.success)?.data;
  if (quote === undefined || quote.exact.trim() === '') return null;
  const position = selectors.map((s) => Position.safeParse(s)).find((s) => s.success)?.data;
  const { uri } = annotation;
  const url = /^https?:\/\//.test(uri) ? uri : null;
  const key = pageKey(uri);
  const saved = instantOf(annotation.created) ?? now;
  const exact = oneSpaced(quote.exact);
  return {
    version: VERSION,
    id: await idOf({ key, exact, at: null }, hash),
    quote: { exact, prefix: oneSpaced(quote.prefix ?? '').slice(-CONTEXT), suffix: oneSpaced(quote.suffix ?? '').slice(0, CONTEXT) },
    // Their offsets count every space of the page's source, ours none twice: kept only as where to look first.
    position: position === undefined || position.start < 0 || position.end < 0 ? null : { start: position.start, end: position.end },
    figure: null,
    byHand: false,
    page: { url, canonical: null, key, title: annotation.document?.title?.[0] ?? null, headline: null, site: null, host: hostOf(uri), author: null, date: null, dateFrom: null, lang: null },
    paragraphSha256: null,
    saved,
    edited: instantOf(annotation.updated) ?? saved,
    extension,
    match: null,
    beside: null,
    tags: tidyTags(annotation.tags ?? []),
    note: annotation.text ?? '',
    collection: null,
    changed: null,
  };
}

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

function instantOf(time: string | undefined): string | null {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
