// What became of the estimates a saved claim was kept with, when the database was updated.
import { byId } from '../claim/by-id.ts';
import type { Change, FrozenEstimate, SavedClaim, Beside } from './schema.ts';

/** All dated values a database has for the question today; null: it no longer has the question. */
export type Now = { database: string; estimates: readonly FrozenEstimate[] | null };

/** In the order of the card's rows, then newer totals. Empty: nothing that the claim rests on is otherwise. */
export function changesSince(beside: Beside, { estimates }: Now): Change[] {
  const now = byId(estimates ?? []);
  const feeds = new Set((estimates ?? []).map((e) => feedOf(e.id)));
  // A feed that says nothing at all may only be switched off; the reader's own data cannot be.
  const mayBeOff = ({ id, source }: FrozenEstimate): boolean => feedOf(id) !== '' && !feeds.has(feedOf(id)) && beside.sources[source]?.feed !== null;
  const changes = beside.estimates.flatMap((was): Change[] => {
    const is = now.get(was.id);
    const change = (what: Change['what'], to: FrozenEstimate | null): Change[] => [{ what, estimate: was.id, source: was.source, from: stand(was), to: to && stand(to) }];
    if (is === undefined) return mayBeOff(was) ? [] : change('removed', null);
    if (is.status !== was.status) {
      if (is.status === 'withdrawn') return change('withdrawn', null);
      if (is.status === 'superseded') return change('superseded', newestOf(estimates ?? [], was));
      return change('changed', is);
    }
    return same(stand(was), stand(is)) ? [] : change('changed', is);
  });
  const told = new Set(changes.filter((c) => c.what === 'superseded').map((c) => c.source));
  return [...changes, ...newer(beside, estimates ?? []).filter((c) => !told.has(c.source))];
}

/** With what changed put on record; the same object when there is nothing new to tell. */
export function flagged(claim: SavedClaim, now: Now): SavedClaim {
  if (claim.beside === null) return claim;
  const list = changesSince(claim.beside, now);
  if (list.length === 0) return claim.changed === null ? claim : { ...claim, changed: null };
  if (claim.changed !== null && JSON.stringify(claim.changed.list) === JSON.stringify(list)) return claim;
  return { ...claim, changed: { database: now.database, seen: false, list } };
}

/** Sources whose newest total is later than the newest that was known. */
function newer(beside: Beside, estimates: readonly FrozenEstimate[]): Change[] {
  const known = new Map<string, FrozenEstimate>();
  for (const e of [...beside.estimates, ...beside.latest]) {
    const other = known.get(streamOf(e));
    if (other === undefined || dayOf(e) > dayOf(other)) known.set(streamOf(e), e);
  }
  return [...known.values()].flatMap((was): Change[] => {
    const is = newestOf(estimates, was);
    if (is === null || dayOf(is) <= dayOf(was)) return [];
    return [{ what: 'newer', estimate: is.id, source: is.source, from: stand(was), to: stand(is) }];
  });
}

/** The newest value its issuer stands by that counts the same as `like`, `like` itself aside; null: none. */
function newestOf(estimates: readonly FrozenEstimate[], like: FrozenEstimate): FrozenEstimate | null {
  const rivals = estimates.filter((e) => e.id !== like.id && e.status === 'current' && e.comparable !== 'no' && streamOf(e) === streamOf(like));
  return rivals.reduce<FrozenEstimate | null>((best, e) => (best === null || dayOf(e) > dayOf(best) ? e : best), null);
}

/** Values of one source that count the same people: those may replace each other. */
const streamOf = ({ source, scope }: FrozenEstimate): string => JSON.stringify([source, scope?.text ?? null]);

/** The key of the feed an id is under; '' for the extension's own. */
const feedOf = (id: string): string => (id.includes('.') ? (id.split('.', 1)[0] ?? '') : '');

const dayOf = (e: FrozenEstimate): string => e.as_of ?? e.published ?? '';

const stand = ({ low, best, high, qualifier, text_value, as_of, status }: FrozenEstimate): NonNullable<Change['from']> => ({ low, best, high, qualifier, text_value, as_of, status });

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
