// A page or a plain text as it is read: one string, cut into blocks, with what is known about the page.

/** `cell` is a table cell; its `header` is the text of its row and column headings, where the unit often stands. */
export type BlockRole = 'headline' | 'heading' | 'paragraph' | 'item' | 'cell' | 'caption';

/** [start, end) in the document's text. Blocks are in reading order and do not overlap; one newline stands between them. */
export type Block = { start: number; end: number; role: BlockRole; header: string | null };

/** Where a page's date was found, strongest first; `given` by the caller of the command line. */
export type DateOrigin = 'given' | 'json-ld' | 'meta' | 'time' | 'byline' | 'url';

export type PageInfo = {
  url: string | null;
  title: string | null;
  headline: string | null;
  /** The outlet's own name for itself. */
  site: string | null;
  author: string | null;
  /** Publication date, ISO, day precision where known; null for an undated page. */
  date: string | null;
  dateFrom: DateOrigin | null;
  /** BCP 47, as the page declares it; null when it does not. */
  lang: string | null;
};

export type PageDocument = { text: string; blocks: Block[]; info: PageInfo };

/** What a page says of itself, as it stands there: understood where the database is, so that little code has to be in the page. */
export type PageHead = {
  /** Null for a page that has none of its own: a file. */
  address: string | null;
  canonical: string | null;
  title: string | null;
  /** BCP 47. */
  lang: string | null;
  /** Names in lower case with their values, the first of each name. */
  meta: [name: string, value: string][];
  /** JSON-LD. */
  scripts: string[];
  /** Texts of its <h1> elements. */
  headings: string[];
  /** Machine-readable dates of the page's own <time> and microdata, best first. */
  times: string[];
  /** Words of elements named for a date. */
  dated: string[];
};

/** A page as the reader sends it: `blocks` know no headline yet. */
export type ReadPage = { text: string; blocks: Block[]; head: PageHead };
