// In every page, and leaves no trace there: only looks whether a casualty figure can be in it, and if so asks for the reader.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mayCount, mayHarm } from '../lib/detect/gate.ts';
import { glance } from '../lib/page/glance.ts';
import { come, here } from '../lib/session/here.ts';
import { lent } from '../lib/session/lent.ts';

export default defineUnlistedScript(() => {
  // Browsers differ in when they start scripts in open tabs: another gate of this version may be here.
  if (here()) return;
  const own = come(lent);
  // Pictures, PDF files and data have documents as well.
  const why = /html/.test(document.contentType) ? null : 'no-text';

  // Rejected when the extension was replaced: then another gate is here.
  const page = glance(document, { word: mayHarm, number: mayCount }, () => void lent.tellPatiently('gate', null).catch(() => undefined));
  const look = (): void => {
    if (!own.reader && why === null) page.again();
  };

  lent.listen({
    look: () => {
      look();
      return null;
    },
    figures: () => {
      if (own.reader) return undefined;
      // Who asks does not wait for a page to be idle.
      lent.hurry();
      return { lang: null, figures: [], current: null, why };
    },
    off: () => {
      page.stop();
      return null;
    },
  });

  // A page that is loaded ahead of time may never be read.
  if ('prerendering' in document && document.prerendering) document.addEventListener('prerenderingchange', look, { once: true });
  else look();
});
