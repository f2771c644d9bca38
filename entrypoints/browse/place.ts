// The parts of the database that have an address of their own.
export type Place = { is: 'events' } | { is: 'question'; id: string } | { is: 'sources' };

export const addressOf = (place: Place): string => (place.is === 'question' ? `#question=${place.id}` : `#${place.is}`);

export function placeIn(hash: string): Place {
  const id = /^#question=([a-z0-9.-]{1,260})$/.exec(hash)?.[1];
  if (id !== undefined) return { is: 'question', id };
  return { is: hash === '#sources' ? 'sources' : 'events' };
}
