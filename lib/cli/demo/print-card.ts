import { findAll, said, type Seen } from './closed-shadow.ts';

const withClass = (name: string) => (node: Seen) => (node.attributes['class'] ?? '').split(' ').includes(name);

/** An open card as lines for a terminal: what the page says, the question, and each estimate with its source. */
export function printCard(card: Seen): string[] {
  const [question] = findAll(card, withClass('q'));
  const rows = findAll(card, withClass('row'));
  const part = (row: Seen, name: string): string => findAll(row, withClass(name)).map(said).join(' ');
  const width = Math.max(...rows.map((row) => part(row, 'value').length));
  return [
    (card.attributes['aria-label'] ?? '').replace(/^[^:]*:\s*/, ''),
    `  ${question === undefined ? '' : said(question)}`,
    ...rows.map((row) => `    ${part(row, 'value').padEnd(width)}  ${part(row, 'name')}`),
  ];
}
