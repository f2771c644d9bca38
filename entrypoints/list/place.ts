// Where in the list the reader is, as the part of the address after #: a claim can be linked to and opened again.
import { useEffect, useState } from 'preact/hooks';

export type Place = { is: 'list' } | { is: 'claim'; id: string } | { is: 'question'; id: string };

export const addressOf = (place: Place): string => (place.is === 'list' ? '#list' : `#${place.is}=${place.id}`);

export function placeIn(hash: string): Place {
  const claim = /^#claim=([0-9a-f]{32})$/.exec(hash)?.[1];
  if (claim !== undefined) return { is: 'claim', id: claim };
  const question = /^#question=([a-z0-9.-]{1,300})$/.exec(hash)?.[1];
  return question === undefined ? { is: 'list' } : { is: 'question', id: question };
}

export function usePlace(): Place {
  const [place, setPlace] = useState(placeIn(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeIn(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
