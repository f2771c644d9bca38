// Where in the database the reader is, as the part of the address after #: what is linked to can be opened again.
import { useEffect, useState } from 'preact/hooks';

export type Place = { is: 'events' } | { is: 'question'; id: string } | { is: 'sources' };

export const addressOf = (place: Place): string => (place.is === 'question' ? `#question=${place.id}` : `#${place.is}`);

export function placeIn(hash: string): Place {
  const id = /^#question=([a-z0-9.-]{1,260})$/.exec(hash)?.[1];
  if (id !== undefined) return { is: 'question', id };
  return { is: hash === '#sources' ? 'sources' : 'events' };
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
