// What a page says of itself in JSON-LD. https://schema.org/NewsArticle
import { machineDate } from './date-text.ts';

export type LinkedData = { date: string | null; headline: string | null; site: string | null; author: string | null };

/** Longer scripts are product catalogues; parsing one would hold up the page. */
const LENGTH_MAX = 400_000;
const DEPTH_MAX = 6;
const ARTICLE = /Article|BlogPosting|Report$|NewsStory|SocialMediaPosting/;

type Item = Record<string, unknown>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

/** Every object in it, outermost first: pages nest the article in @graph, in arrays and in mainEntity. */
function* itemsIn(value: unknown, depth = 0): Generator<Item> {
  if (depth > DEPTH_MAX) return;
  if (Array.isArray(value)) for (const part of value) yield* itemsIn(part, depth + 1);
  if (!isItem(value)) return;
  yield value;
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) yield* itemsIn(value[key], depth + 1);
}

const typeOf = (item: Item): string => (Array.isArray(item['@type']) ? item['@type'].join(' ') : (textIn(item['@type']) ?? ''));

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(nameOf).filter((n) => n !== null).join(', ') || null;
  return isItem(value) ? textIn(value['name']) : textIn(value);
}

const dateOf = (item: Item): string | null => {
  for (const key of ['datePublished', 'dateCreated', 'coverageStartTime', 'uploadDate']) {
    const date = machineDate(textIn(item[key]) ?? '');
    if (date) return date;
  }
  return null;
};

/** The first article described; a page described only as a WebPage counts after it. Malformed scripts are passed over. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const items: Item[] = [];
  for (const script of scripts) {
    if (script.length > LENGTH_MAX) continue;
    try {
      // Raw line breaks inside strings are the commonest fault of hand-written JSON-LD.
      items.push(...itemsIn(JSON.parse(script.replace(/[\n\r\t]/g, ' '))));
    } catch {
      continue;
    }
  }
  const article = items.find((i) => ARTICLE.test(typeOf(i)) && dateOf(i)) ?? items.find((i) => ARTICLE.test(typeOf(i)));
  const page = items.find((i) => /WebPage/.test(typeOf(i)));
  return {
    date: (article && dateOf(article)) ?? (page ? dateOf(page) : null),
    headline: article ? textIn(article['headline']) : null,
    site: article ? nameOf(article['publisher']) : null,
    author: article ? nameOf(article['author']) : null,
  };
}
