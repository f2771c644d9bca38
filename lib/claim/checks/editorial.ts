// What EDITORIAL.md asks of the shipped database beyond being sound: who counted is the source and is called what it is, who only
// passed a count on says so, a plain number has no ends. A researcher's own records may class a source otherwise.
import type { Estimate, Source } from '../database.ts';
import type { Check, Problem } from './problem.ts';

/** What a source of a kind can be in an estimate. A ministry is a party in one war and a bystander in the next; a newspaper is always press. */
const ROLES: Record<Source['kind'], readonly Estimate['role'][]> = {
  belligerent: ['party', 'government', 'other'],
  government: ['government', 'party', 'record'],
  intergovernmental: ['un', 'other'],
  monitor: ['monitor', 'record'],
  press: ['press'],
  academic: ['academic', 'un'],
  record: ['record', 'monitor', 'party', 'other'],
  court: ['court'],
  encyclopaedia: ['other'],
  // A journalist who counted alone is press.
  individual: ['other', 'party', 'government', 'press'],
  dataset: ['academic', 'monitor', 'un', 'record'],
};

/** The method of somebody who counted nothing. */
const PASSED_ON = /\b(?:passes on|passed on|repeats|repeating|restates|restatement|quotes|quoting|quotation|relays|no source named|unattributed|press summary|background (?:line|sentence))\b/i;

/** Statuses that do not stand for a count of one's own: the card says "repeats" or "by mistake" beside them. */
const NOT_OWN: ReadonlySet<Estimate['status']> = new Set(['restatement', 'misreport', 'excluded', 'vague']);

export const editorial: Check = ({ questions, sources }) => {
  const kinds = new Map(sources.map(({ record }) => [record.id, record.kind]));
  return questions.flatMap(({ file, record: q }) =>
    q.estimates.flatMap((e, i) => editorialProblems(e, kinds.get(e.source)).map(([field, reason]): Problem => ({ file, path: `estimates.${i}.${field}`, reason }))),
  );
};

function editorialProblems(e: Estimate, kind: Source['kind'] | undefined): [field: string, reason: string][] {
  const found: [string, string][] = [];
  if (e.via === e.source) found.push(['via', `${e.source} is the source itself`]);
  if (e.derived_from.includes(e.source)) found.push(['derived_from', `${e.source} is the source itself`]);
  if (kind !== undefined && !ROLES[kind].includes(e.role)) found.push(['role', `${e.role} does not fit ${e.source}, whose kind is ${kind}`]);
  if (e.role === 'party' && !e.party_to_event) found.push(['party_to_event', 'is false beside the role party']);
  if (e.show && e.qualifier === 'exact' && (e.low !== null || e.high !== null)) found.push(['qualifier', 'exact has best only: a range, or the other version goes into the caveat']);
  if (e.show && e.role === 'press' && !NOT_OWN.has(e.status) && PASSED_ON.test(e.method ?? ''))
    found.push(['source', `${e.source} passed this on: the source is who counted, or the status is restatement`]);
  return found;
}
