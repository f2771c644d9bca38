// In every page, and leaves no trace there: only looks whether a casualty figure can be in it, and if so asks for the reader.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mayCount, mayHarm } from '../lib/detect/gate.ts';
import { listen } from '../lib/messages/listen.ts';
import { tellPatiently } from '../lib/messages/messages.ts';
import { glance } from '../lib/page/glance.ts';
import { hurry } from '../lib/page/idle.ts';
import { firstGate, readerHere } from '../lib/session/here.ts';

export default defineUnlistedScript(() => {
  if (!firstGate()) return;
  // Pictures, PDF files and data have documents as well.
  const why = /html/.test(document.contentType) ? null : 'no-text';

  // Rejected when the extension was replaced: then another gate is here.
  const page = glance(document, { word: mayHarm, number: mayCount }, () => void tellPatiently('gate', null).catch(() => undefined));
  const look = (): void => {
    if (!readerHere() && why === null) page.again();
  };

  listen({
    look: () => {
      look();
      return null;
    },
    figures: () => {
      if (readerHere()) return undefined;
      // Who asks does not wait for a page to be idle.
      hurry();
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
