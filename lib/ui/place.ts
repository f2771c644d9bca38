// Where in a page of ours the reader is, as the part of the address after #: what is linked to can be opened again.
import { useEffect, useState } from 'preact/hooks';

/** The place the address names, followed as it changes. `placeIn` reads what stands after #, with the sign itself. */
export function usePlace<P>(placeIn: (hash: string) => P): P {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return placeIn(hash);
}
