// The labelled sets of a folder, known by their file names. A set that is not there is left out, not failed.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoldRecord } from './records.ts';
import type { LinkGold } from './score-linking.ts';
import type { PageGold } from './score-pages.ts';

export type LinkDocument = { id: string; url: string | null; title: string | null; date: string | null; text: string; lang?: string };
export type LabelledPage = PageGold & { text: string };
export type Sets = {
  /** muc34, isaf, gva, victim_mentions, negatives: by name. */
  figures: Map<string, GoldRecord[]>;
  link: { documents: LinkDocument[]; gold: LinkGold[] } | null;
  pages: LabelledPage[];
};

const FIGURE_SETS = ['muc34', 'victim_mentions', 'isaf', 'gva', 'negatives'] as const;

/** One JSON value a line. Throws with the file and line of what cannot be read. */
async function readLines<T>(file: string): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as T];
    } catch {
      throw new Error(`${file}:${i + 1} is not JSON`);
    }
  });
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return [];
  }
}

/** Everything known that is in the folder; pages from its own gold/ or from ../pages/gold beside it. Throws on broken files. */
export async function loadSets(folder: string): Promise<Sets> {
  const files = (await filesOf(folder)).filter((f) => f.endsWith('.jsonl'));
  const read = async <T>(name: string): Promise<T[]> => (await Promise.all(files.filter((f) => f.startsWith(name)).map((f) => readLines<T>(join(folder, f))))).flat();
  const figures = new Map<string, GoldRecord[]>();
  for (const name of FIGURE_SETS) {
    const records = await read<GoldRecord>(name);
    if (records.length > 0) figures.set(name, records);
  }
  const [documents, gold] = [await read<LinkDocument>('link-docs'), await read<LinkGold>('link-gold')];
  const own = await loadPages(join(folder, 'gold'));
  return {
    figures,
    link: documents.length > 0 && gold.length > 0 ? { documents, gold } : null,
    pages: own.length > 0 ? own : await loadPages(join(folder, '../pages/gold')),
  };
}

async function loadPages(folder: string): Promise<LabelledPage[]> {
  const names = (await filesOf(folder)).filter((f) => f.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => {
      const gold = JSON.parse(await readFile(join(folder, name), 'utf8')) as PageGold;
      return Object.assign(gold, { text: await readFile(join(folder, name.replace(/json$/, 'txt')), 'utf8') });
    }),
  );
}
