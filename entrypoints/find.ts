// Only when the reader looks for a saved claim on its page: marks the place and goes there. Leaves again with the page.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listen } from '../lib/messages/listen.ts';
import { reveal } from '../lib/page/next-mark.ts';
import { readPage } from '../lib/page/page.ts';
import { underline } from '../lib/page/underline.ts';

const HERE = Symbol.for('tallyside find');
const world = globalThis as { [HERE]?: true };

export default defineUnlistedScript(() => {
  if (world[HERE]) return;
  world[HERE] = true;
  const mark = underline();
  listen({
    mark({ start, end, words }) {
      const { page, range } = readPage(document);
      // It was found in a reading a moment ago; a page that has moved since is asked for again.
      if (page.text.slice(start, end) !== words) return false;
      const place = range(start, end);
      mark.show(new Map([['found', place]]));
      mark.setActive(place);
      reveal(place);
      return true;
    },
  });
});
