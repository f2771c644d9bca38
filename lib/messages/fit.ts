import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import { MAX_CLAIMS, MAX_HEADER, MAX_NAME, MAX_PHRASE, MAX_TEXT } from './messages.ts';

const cut = <T extends string | null>(text: T, length: number): T => (text === null ? text : (text.slice(0, length) as T));

/** What the worker takes of a page: the rest of one that is too long stays unread, and a claim it would refuse is left out. */
export function fit({ document, claims }: { document: PageDocument; claims: readonly Claim[] }): { document: PageDocument; claims: Claim[] } {
  const { info } = document;
  return {
    document: {
      text: document.text.slice(0, MAX_TEXT),
      blocks: document.blocks.filter((b) => b.end <= MAX_TEXT).map((b) => ({ start: b.start, end: b.end, role: b.role, header: cut(b.header, MAX_HEADER) })),
      info: {
        url: cut(info.url, MAX_NAME),
        title: cut(info.title, MAX_NAME),
        headline: cut(info.headline, MAX_NAME),
        site: cut(info.site, MAX_NAME),
        author: cut(info.author, MAX_NAME),
        date: cut(info.date, MAX_NAME),
        dateFrom: info.dateFrom,
        lang: cut(info.lang, MAX_NAME),
      },
    },
    claims: claims.filter((c) => c.end <= MAX_TEXT && c.text.length <= MAX_NAME && phrases(c).every((p) => p === null || p.length <= MAX_PHRASE)).slice(0, MAX_CLAIMS),
  };
}

const phrases = (claim: Claim): (string | null)[] => [claim.groupText, claim.saidBy, claim.actor, claim.place, claim.period?.text ?? null];
