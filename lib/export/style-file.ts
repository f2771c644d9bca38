// A citation style of the reader's own: a .csl file, as the repository of the Citation Style Language has ten thousand of.
import type { Style } from './styled.ts';

/** The declaration, and comments about who made it, before the style itself. */
const BEGINS = /^(?:<[?!][^>]{0,2000}>\s{0,100}){0,5}<style\s/;
/** The longest published style has 150,000 characters. */
const MAX = 500_000;

/** `points`: the style only names another one, by this title or address, and sets nothing itself. */
type StyleFile = { style: Style; title: string } | { problem: 'no-style' } | { problem: 'points'; to: string };

/** What a file holds, by what any CSL style must have. Never throws. */
export function readStyle(text: string): StyleFile {
  const xml = text.trim();
  const title = within(xml, /<title>([^<]{1,300})<\/title>/);
  if (xml.length > MAX || !BEGINS.test(xml) || !xml.endsWith('</style>') || title === '') return { problem: 'no-style' };
  const parent = /<link\s[^>]{0,500}rel="independent-parent"[^>]{0,500}>/.exec(xml)?.[0];
  if (parent !== undefined) return { problem: 'points', to: within(parent, /href="([^"]{1,300})"/).replace(/^.*\//, '') };
  return xml.includes('<citation') ? { style: { xml }, title } : { problem: 'no-style' };
}

const within = (text: string, pattern: RegExp): string => unescaped(pattern.exec(text)?.[1]?.trim() ?? '');

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? '');
