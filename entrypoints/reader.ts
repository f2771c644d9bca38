// Only where the gate has seen what may be a figure: reads the page, marks its figures, and has their cards shown.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { here } from '../lib/session/here.ts';
import { judge } from '../lib/page/judge.ts';
import { sweep } from '../lib/page/sweep.ts';
import { sendPage } from '../lib/session/send-page.ts';
import { startSession } from '../lib/session/session.ts';

export default defineUnlistedScript(() => {
  const own = here();
  // The tab has gone to another page, whose own gate has not begun.
  if (!own) return;
  if (own.reader) return own.reader.again();
  const { lent } = own;
  const { tell, tellPatiently } = lent;
  // Before the first reading, which waits for the same; to ask for the page's sheets is dear.
  void lent.idle().then(sweep);
  own.reader = startSession({
    lent,
    judge: (page) => judge(page, lent.shadowRoots),
    lookup: (page, sending) => sendPage(lent, page, sending),
    async card() {
      if (!own.mountCard) await tellPatiently('marked', null);
      return own.mountCard ?? Promise.reject();
    },
    beside: (body) => tell('beside', body),
    notThisEvent: (body) => tell('notThisEvent', body),
    method: () => tell('method', null),
    saving: { save: (body) => tell('save', body), unsave: (body) => tell('unsave', body) },
    onEnd: () => (own.reader = undefined),
  });
});
