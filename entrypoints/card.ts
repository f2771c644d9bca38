// Only where a figure of the page has a card: draws it. The reader, who is there, mounts it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '../lib/card/mount.tsx';
import { here } from '../lib/session/here.ts';

export default defineUnlistedScript(() => {
  const own = here();
  // Missing where the tab has gone to another page, whose own gate has not begun.
  if (own) own.mountCard = mountCard;
});
