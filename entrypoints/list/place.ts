// The parts of the list that have an address of their own: a claim can be linked to and opened again.
export type Place = { is: 'list' } | { is: 'claim'; id: string } | { is: 'question'; id: string };

export const addressOf = (place: Place): string => (place.is === 'list' ? '#list' : `#${place.is}=${place.id}`);

export function placeIn(hash: string): Place {
  const claim = /^#claim=([0-9a-f]{32})$/.exec(hash)?.[1];
  if (claim !== undefined) return { is: 'claim', id: claim };
  const question = /^#question=([a-z0-9.-]{1,300})$/.exec(hash)?.[1];
  return question === undefined ? { is: 'list' } : { is: 'question', id: question };
}
