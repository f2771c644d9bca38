// In every page, and leaves no trace there: only looks whether a casualty figure can be in it, and if so asks for the reader.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gateWords } from '../lib/detect/languages/en/gate.ts';
import { glance, isText } from '../lib/page/glance.ts';
import { come, here } from '../lib/session/here.ts';
import { lent } from '../lib/session/lent.ts';

export default defineUnlistedScript(() => {
  // Browsers differ in when they start scripts in open tabs: another gate of this version may be here.
  if (here()) return;
  const own = come(lent);

  // Rejected when the extension was replaced: then another gate is here.
  const page = glance(gateWords, () => void lent.tellPatiently('gate', null).catch(() => undefined));
  const look = (): void => {
    if (!own.reader) page.again();
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
      return { lang: null, figures: [], current: null, why: isText() ? null : 'no-text' };
    },
    off: () => {
      page.stop();
      return null;
    },
  });

  // A page that is loaded ahead of time is hidden until somebody goes there, and waits as one.
  look();
});
