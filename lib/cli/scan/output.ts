// A scan as the record that measurement reads. These names are a contract (README, "Command line").
import type { Claim } from '../../claim/claim.ts';
import type { Match } from '../../claim/match.ts';
import { languageOf } from '../../detect/languages.ts';
import type { Scan } from './scanner.ts';

type ClaimRecord = {
  start: number;
  end: number;
  text: string;
  low: number | null;
  high: number | null;
  bound: Claim['bound'];
  kind: Claim['kind'];
  measure: Claim['measure'];
  group: Claim['group'];
  increment?: true;
  hypothetical?: true;
  saidBy?: string;
  actor?: string;
  place?: string;
  period?: string;
  match: Match | null;
  /** Only where asked for: the rules that read it, in order. */
  rules?: string[];
};

export type ScanRecord = { id: string | null; lang: string | null; text?: string; claims: ClaimRecord[] };

/** Left out: what is false or null, but for the amount and the match. */
function claimRecord(claim: Claim, match: Match | null, explain: boolean): ClaimRecord {
  return {
    start: claim.start,
    end: claim.end,
    text: claim.text,
    low: claim.low,
    high: claim.high,
    bound: claim.bound,
    kind: claim.kind,
    measure: claim.measure,
    group: claim.group,
    ...(claim.increment && { increment: true as const }),
    ...(claim.hypothetical && { hypothetical: true as const }),
    ...(claim.saidBy !== null && { saidBy: claim.saidBy }),
    ...(claim.actor !== null && { actor: claim.actor }),
    ...(claim.place !== null && { place: claim.place }),
    ...(claim.period !== null && { period: claim.period.text }),
    match,
    ...(explain && { rules: claim.rules }),
  };
}

/** `withText`: HTML has no text of its own that offsets could point into, so it is returned. */
export function scanRecord(id: string | null, { document, claims, matches }: Scan, { withText, explain }: { withText: boolean; explain: boolean }): ScanRecord {
  const { lang } = document.info;
  return {
    id,
    // A page that declares no language is read as English; "en-GB" is.
    lang: languageOf(lang)?.code ?? lang,
    ...(withText && { text: document.text }),
    claims: claims.map((claim, i) => claimRecord(claim, matches[i] ?? null, explain)),
  };
}
