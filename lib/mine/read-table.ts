// A table of estimates, one a row, each with its question: what a spreadsheet holds. Rows of one question repeat its columns or leave
// them empty. Columns may be missing, or in another order.
import { byId } from '../claim/by-id.ts';
import type { Question } from '../claim/database.ts';
import { cellsIn } from '../export/table.ts';
import { blankEstimate, blankQuestion, ESTIMATE_FIELDS, QUESTION_FIELDS, tidy, type EstimateDraft, type QuestionDraft } from './fields.ts';
import { frameOf, withEstimate, type Known, type Mine } from './mine.ts';
import { readEstimate } from './read-estimate.ts';
import { readQuestion } from './read-question.ts';
import { questionDraft } from './read-question.ts';
import type { Brought, Rejected } from './take-in.ts';

/** `question` and `estimate` are ids: of what is there already, or as it was exported. */
export const COLUMNS = ['question', 'estimate', ...QUESTION_FIELDS, ...ESTIMATE_FIELDS] as const;
type Column = (typeof COLUMNS)[number];

/** A row as a spreadsheet numbers it, the heading being row 1. */
type Row = { line: number; cells: Record<Column, string> };

/** Null: not a table of ours; it has no column for sources and none for questions. */
export function readTable(text: string, file: string, mine: Mine, known: Known): Brought | null {
  const [heading = [], ...rest] = cellsIn(text);
  const names = heading.map((name) => tidy(name).toLowerCase().replaceAll(' ', '_'));
  if (!names.includes('source') || !(names.includes('question') || names.includes('title'))) return null;
  const rows = rest.flatMap((cells, i): Row[] =>
    cells.every((cell) => cell.trim() === '') ? [] : [{ line: i + 2, cells: Object.fromEntries(COLUMNS.map((c) => [c, tidy(cells[names.indexOf(c)] ?? '')])) as Record<Column, string> }],
  );
  const brought: Brought = { questions: new Map(), along: { events: [], actors: [], sources: [] }, at: new Map(), rejected: [] };
  for (const row of rows) takeRow(row, { file, brought, mine, known });
  return brought;
}

type Around = { file: string; brought: Brought; mine: Mine; known: Known };

function takeRow(row: Row, around: Around): void {
  const { brought, file, mine, known } = around;
  const where = { file, line: row.line };
  const refuse = (slips: readonly Rejected['slip'][]): void => void brought.rejected.push(...slips.map((slip) => ({ where, slip })));
  const working = workingOf(mine, brought);
  const question = questionOf(row, working, around);
  if ('slips' in question) return refuse(question.slips);
  const { record, along } = question;
  const draft = drafted(row, ESTIMATE_FIELDS, blankEstimate());
  const alone = ESTIMATE_FIELDS.every((field) => row.cells[field] === '');
  const id = row.cells.estimate || null;
  const read = alone ? null : readEstimate(draft, { question: record, mine: working, known, before: record.estimates.find((e) => e.id === id) ?? null, id });
  if (read !== null && 'slips' in read) return refuse(read.slips);
  if (read !== null && brought.at.has(read.estimate.id)) return refuse([{ field: '', code: 'twice', given: read.estimate.id }]);
  if (!brought.at.has(record.id)) brought.at.set(record.id, where);
  if (read !== null) brought.at.set(read.estimate.id, where);
  brought.questions.set(record.id, read === null ? record : withEstimate(record, read.estimate));
  // The newest of an event comes first: it knows the names of all its questions.
  brought.along = {
    events: [...(along.events ?? []), ...(brought.along.events ?? []).filter((e) => !along.events?.some((n) => n.id === e.id))],
    actors: [...(brought.along.actors ?? []), ...(along.actors ?? [])],
    sources: [...(brought.along.sources ?? []), ...(read?.sources ?? [])],
  };
}

/** What is there, and what the rows above brought. */
const workingOf = (mine: Mine, { questions, along }: Brought): Mine => ({
  ...mine,
  questions: [...questions.values(), ...mine.questions.filter((q) => !questions.has(q.id))],
  events: [...(along.events ?? []), ...mine.events.filter((e) => !along.events?.some((n) => n.id === e.id))],
  actors: [...(along.actors ?? []), ...mine.actors],
  sources: [...(along.sources ?? []), ...mine.sources],
});

type FoundQuestion = { record: Question; along: Brought['along'] } | { slips: Rejected['slip'][] };

/** The question of a row: one of the extension's, which a table does not change; one that is there; a new one. */
function questionOf(row: Row, working: Mine, { brought, known }: Around): FoundQuestion {
  const { question: id, title } = row.cells;
  const own = working.questions.find((q) => (id === '' ? q.title === title : q.id === id));
  const shipped = id === '' ? undefined : byId(known.questions).get(id);
  if (shipped !== undefined) return { record: own ?? frameOf(shipped), along: {} };
  if (own === undefined && title === '') return { slips: [id === '' ? { field: 'title', code: 'needed', given: '' } : { field: '', code: 'unknown-question', given: id }] };
  const given = QUESTION_FIELDS.filter((field) => row.cells[field] !== '');
  const before = own === undefined ? blankQuestion() : questionDraft(own, working);
  if (own !== undefined && brought.at.has(own.id)) {
    const other = given.find((field) => row.cells[field] !== before[field] && tidy(row.cells[field]).toLowerCase() !== tidy(before[field]).toLowerCase());
    return other === undefined ? { record: own, along: {} } : { slips: [{ field: other, code: 'differs', given: before[other] }] };
  }
  const draft: QuestionDraft = { ...before, ...drafted(row, given, {}) };
  const read = readQuestion(draft, { mine: working, known, before: own ?? null, id: own === undefined && id !== '' ? id : null });
  return 'slips' in read ? read : { record: read.question, along: read.along };
}

/** The filled cells of these fields, over what stands where none is. */
function drafted<T extends Partial<QuestionDraft & EstimateDraft>>({ cells }: Row, fields: readonly (keyof EstimateDraft | keyof QuestionDraft)[], blank: T): T {
  return { ...blank, ...Object.fromEntries(fields.flatMap((field) => (cells[field] === '' ? [] : [[field, cells[field]]]))) };
}
