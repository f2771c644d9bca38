// What kind of source stands behind a row: its shape in the plot and its word in the meta line.
import type { CardQuestion } from '../claim/card-content.ts';
import type { Estimate, Source } from '../claim/database.ts';

export type Kind = 'party' | 'government' | 'un' | 'monitor' | 'press' | 'study' | 'record' | 'witness';

const SHAPE: Record<Estimate['role'], Kind> = {
  party: 'party',
  government: 'government',
  un: 'un',
  monitor: 'monitor',
  press: 'press',
  academic: 'study',
  record: 'record',
  court: 'record',
  other: 'witness',
};

/** Nobody is a party to the conflict in an earthquake or at a protest. */
const NO_CONFLICT = new Set<string>(['disaster', 'accident', 'disease', 'undetermined', 'unknown', 'not-applicable', 'indirect']);

/** Somebody who wrote or told of it, and no newsroom. */
const single = (e: Pick<Estimate, 'role'>, source: Source | undefined): boolean => e.role === 'press' && source?.kind === 'individual';

export function kindOf(e: Pick<Estimate, 'role'>, source: Source | undefined): Kind {
  return single(e, source) ? 'witness' : SHAPE[e.role];
}

/** The key of the word for this kind of source. */
export function kindKey(e: Estimate, source: Source | undefined, question: CardQuestion): string {
  if (e.role === 'party') {
    const event = NO_CONFLICT.has(question.by.scope) || question.group === 'protesters';
    return event ? 'card_kind_party_event' : 'card_kind_party';
  }
  if (e.role === 'un') return 'card_kind_un';
  if (e.role !== 'other' && !single(e, source)) return `card_kind_${e.role}`;
  return source ? `card_kind_${source.kind}` : 'card_kind_individual';
}

/** The key of the word for what a source is, whatever it says of an event. */
export const sourceKindKey = ({ kind }: Source): string => `card_kind_${kind}`;
