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
