// One document through the whole path: read, detect, link. The same code that runs in the page and in the background.
import { fileURLToPath } from 'node:url';
import { loadDatabase } from '../../../assets/compile.ts';
import type { Claim } from '../../claim/claim.ts';
import type { Database } from '../../claim/database.ts';
import type { PageDocument, PageInfo } from '../../claim/document.ts';
import type { Match } from '../../claim/match.ts';
import { plainDocument } from '../../claim/plain-text.ts';
import { detect } from '../../detect/detect.ts';
import { languageOf } from '../../detect/languages.ts';
import { buildIndex } from '../../link/build-index.ts';
import type { WholeIndex } from '../../link/link-index.ts';
import { link } from '../../link/link.ts';
import { documentOf } from '../../claim/page-info.ts';
import { readPage } from '../../page/page.ts';
import { parseHtml } from './parse-html.ts';

/** A document to read: plain text or HTML, and what is known of it from elsewhere. */
export type ScanInput = ({ text: string } | { html: string }) & { url?: string | null; title?: string | null; date?: string | null; lang?: string | null };

/** What was read: a claim and its match at the same place in both lists; a match is null where nothing comparable is known. */
export type Scan = { document: PageDocument; claims: Claim[]; matches: (Match | null)[] };

/** `threshold` (0 to 1) keeps less sure matches, for measuring only. */
export type Scanner = { database: Database; index: WholeIndex; scan(input: ScanInput, threshold?: number): Scan };

export const ASSETS = fileURLToPath(new URL('../../../assets', import.meta.url));

/** Loads the claims database once. Throws when a file of it is broken. */
export async function openScanner(assets: string = ASSETS): Promise<Scanner> {
  const database = await loadDatabase(assets);
  const index = buildIndex(database);
  return {
    database,
    index,
    scan(input, threshold) {
      const document = readInput(input);
      const language = languageOf(document.info.lang);
      const claims = language ? detect(document, language) : [];
      return { document, claims, matches: link(document, claims, index, threshold) };
    },
  };
}

/** What is given of the page stands above what the page says of itself. */
function readInput(input: ScanInput): PageDocument {
  const given: Partial<PageInfo> = {};
  if (input.url) given.url = input.url;
  if (input.title) given.title = input.title;
  if (input.lang) given.lang = input.lang;
  if (input.date) Object.assign(given, { date: input.date, dateFrom: 'given' });
  if ('text' in input) return plainDocument(input.text, given);
  const document = documentOf(readPage(parseHtml(input.html)).page);
  return { ...document, info: { ...document.info, ...given } };
}
