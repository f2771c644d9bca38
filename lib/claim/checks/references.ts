// Whatever one record names by id is there, once, and is used by somebody.
import { isUnread, type WholeCheck, type Located, type Problem } from './problem.ts';

export const references: WholeCheck = (records) => {
  const problems: Problem[] = [];
  const sources = ids(records.sources, problems);
  const events = ids(records.events, problems);
  const actors = ids(records.actors, problems);
  const questions = ids(records.questions, problems);
  const used = new Set<string>();
  const known = (file: string, path: string, kind: 'source' | 'event' | 'actor' | 'question', id: string): void => {
    const there = { source: sources, event: events, actor: actors, question: questions }[kind];
    if (!there.has(id) && !isUnread(records, id)) problems.push({ file, path, reason: `${kind} ${id} does not exist` });
    used.add(`${kind} ${id}`);
  };

  const estimateIds = new Map<string, string>();
  const seriesIds = new Map<string, string>();
  const once = (seen: Map<string, string>, file: string, path: string, id: string): void => {
    const other = seen.get(id);
    if (other !== undefined) problems.push({ file, path, reason: `${id} is taken (in ${other})` });
    seen.set(id, file);
  };

  for (const { file, record: e } of records.events) if (e.parent !== null) known(file, 'parent', 'event', e.parent);
  for (const { file, record: q } of records.questions) {
    known(file, 'event', 'event', q.event);
    q.by.actors.forEach((a, i) => known(file, `by.actors.${i}`, 'actor', a));
    q.relations.forEach((r, i) => known(file, `relations.${i}.question`, 'question', r.question));
    q.estimates.forEach((e, i) => {
      const at = `estimates.${i}`;
      if (!e.id.startsWith(`${q.id}--`)) problems.push({ file, path: `${at}.id`, reason: `does not start with ${q.id}--` });
      once(estimateIds, file, `${at}.id`, e.id);
      known(file, `${at}.source`, 'source', e.source);
      if (e.via !== null) known(file, `${at}.via`, 'source', e.via);
      e.derived_from.forEach((s, n) => known(file, `${at}.derived_from.${n}`, 'source', s));
    });
    q.series.forEach((s, i) => {
      once(seriesIds, file, `series.${i}.id`, s.id);
      known(file, `series.${i}.source`, 'source', s.source);
      s.points.forEach((p, n) => {
        // "tech-for-palestine/casualties_daily.json": the source that publishes the data set, then its file.
        const dataset = p.dataset?.split('/')[0];
        if (dataset !== undefined) known(file, `series.${i}.points.${n}.dataset`, 'source', dataset);
      });
    });
  }
  const parents = new Map(records.events.map(({ record }) => [record.id, record.parent]));
  for (const { file, record } of records.events) if (isOwnAncestor(record.id, parents)) problems.push({ file, path: 'parent', reason: 'is among its own descendants' });
  if (records.unread.length > 0) return problems;
  for (const { file, record } of records.sources) if (!used.has(`source ${record.id}`)) problems.push({ file, path: 'id', reason: 'no estimate names this source' });
  for (const { file, record } of records.actors) if (!used.has(`actor ${record.id}`)) problems.push({ file, path: 'id', reason: 'no question names this actor' });
  for (const { file, record } of records.events) if (!used.has(`event ${record.id}`)) problems.push({ file, path: 'id', reason: 'no question and no event names this event' });
  return problems;
};

function ids(records: readonly Located<{ id: string }>[], problems: Problem[]): Set<string> {
  const seen = new Map<string, string>();
  for (const { file, record } of records) {
    const other = seen.get(record.id);
    if (other !== undefined) problems.push({ file, path: 'id', reason: `${record.id} is taken (in ${other})` });
    seen.set(record.id, file);
  }
  return new Set(seen.keys());
}

function isOwnAncestor(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let up = parents.get(id) ?? null; up !== null && !seen.has(up); up = parents.get(up) ?? null) {
    if (up === id) return true;
    seen.add(up);
  }
  return false;
}
