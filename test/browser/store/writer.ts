// A worker that writes many claims at once, to be ended in the middle of it.
import { openSaved } from '../../../lib/store/saved.ts';
import type { SavedClaim } from '../../../lib/saved/schema.ts';

addEventListener('message', ({ data }: MessageEvent<{ name: string; claims: SavedClaim[] }>) => {
  const store = openSaved(data.name);
  void store.count().then(() => {
    postMessage('begins');
    return store.takeIn(data.claims, '2026-11-22T08:00:00Z').then(() => postMessage('done'));
  });
});
