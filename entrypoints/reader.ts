// Only where the gate has seen what may be a figure: reads the page, marks its figures, shows their cards.
// First, so that what is called most gets the shortest of names: 0.1 kB in every page with a figure.
import 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readerHere, setReader } from '../lib/session/here.ts';
import { tell, tellPatiently } from '../lib/messages/messages.ts';
import { judge } from '../lib/page/judge.ts';
import { sweep } from '../lib/page/sweep.ts';
import { startSession } from '../lib/session/session.ts';

export default defineUnlistedScript(() => {
  const here = readerHere();
  if (here) return here.again();
  sweep();
  setReader(
    startSession({
      judge,
      unread: (why) => tell('unread', { why }),
      lookup: (page) => tellPatiently('lookup', { page }),
      beside: (body) => tell('beside', body),
      notThisEvent: (body) => tell('notThisEvent', body),
      method: () => tell('method', null),
      saving: { save: (body) => tell('save', body), unsave: (body) => tell('unsave', body) },
      onEnd: () => setReader(undefined),
    }),
  );
});
