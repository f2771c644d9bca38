// Only when the reader saves something: reads the page as it is now, and what is selected on it, and gives both to the worker.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageNow } from '../lib/messages/messages.ts';
import { readPage } from '../lib/page/page.ts';
import { selectedSpan } from '../lib/page/selection.ts';

export default defineUnlistedScript((): PageNow => {
  const read = readPage(document);
  return { page: read.page, selected: selectedSpan(read, document.getSelection()) };
});
