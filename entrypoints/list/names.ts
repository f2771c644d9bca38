// What events and sources are called: the list keeps their ids, the claims database their names.
import { useEffect, useState } from 'preact/hooks';
import { tell } from '../../lib/messages/messages.ts';

export type Names = { event(id: string): string; source(id: string): string };

/** Until they are here, and for what is no longer in the database, an id has to do. */
export function useNames(): Names {
  const [known, setKnown] = useState({ events: new Map<string, string>(), sources: new Map<string, string>() });
  useEffect(() => {
    const named = (list: readonly { id: string; name: string }[]): Map<string, string> => new Map(list.map(({ id, name }) => [id, name]));
    tell('listing', null).then(
      ({ events, sources }) => setKnown({ events: named(events), sources: named(sources) }),
      () => undefined,
    );
  }, []);
  return { event: (id) => known.events.get(id) ?? id, source: (id) => known.sources.get(id) ?? id };
}
