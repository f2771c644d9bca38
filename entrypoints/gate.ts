// In every page, and leaves no trace there: only looks whether a casualty figure can be in it, and if so asks for the reader.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mayHoldFigure } from '../lib/detect/gate.ts';
import { listen } from '../lib/messages/listen.ts';
import { tellPatiently } from '../lib/messages/messages.ts';
import { glance } from '../lib/page/glance.ts';
import { firstGate, readerHere } from './reader/here.ts';

export default defineUnlistedScript(() => {
  // Pictures and data have documents as well.
  if (!/html/.test(document.contentType) || !firstGate()) return;

  const page = glance(document, (text) => {
    if (!mayHoldFigure(text)) return false;
    // Rejected when the extension was replaced: then another gate is here.
    void tellPatiently('gate', null).catch(() => undefined);
    return true;
  });

  listen({
    look: () => {
      if (!readerHere()) page.again();
      return null;
    },
    figures: () => (readerHere() ? undefined : { lang: null, figures: [], current: null }),
    off: () => {
      page.stop();
      return null;
    },
  });

  // A page that is loaded ahead of time may never be read.
  if ('prerendering' in document && document.prerendering) document.addEventListener('prerenderingchange', page.again, { once: true });
  else page.again();
});
