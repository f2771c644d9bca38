// Which pages are read by themselves. The cases are in test/spec/judge.json; {p} is a paragraph, {text} its words, {short} a line.
import { afterEach, expect, test } from 'vitest';
import { judge } from '../../../lib/page/judge.ts';
import { shadowRoots } from '../../../lib/page/shadow-roots.ts';
import { toEnd } from '../../../lib/page/to-end.ts';
import cases from '../../spec/judge.json' with { type: 'json' };

type Case = { name: string; body: string; head?: string; html?: string; shadow?: string; inner?: string; design?: boolean; read: true | string };

const SHORT = 'The mill took water in another way than the year before, and the bakers noticed it in an hour or two.';
const TEXT = `${SHORT} Whoever bakes at home soon learns to trust the hand more than the clock: the dough says by itself when it is ready, and a cold kitchen only asks for patience, not for more of anything.`;
const filled = (html = ''): string => html.replaceAll('{p}', `<p>${TEXT}</p>`).replaceAll('{text}', TEXT).replaceAll('{short}', SHORT);

const frames: HTMLIFrameElement[] = [];
afterEach(() => frames.splice(0).forEach((frame) => frame.remove()));

async function open({ body, head = '', html = '', shadow, inner, design }: Case): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '800';
  frame.srcdoc = `<!doctype html><html ${html}><head>${head}</head><body>${filled(body)}</body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  const page = frame.contentDocument;
  if (!page) throw new Error('the frame has no document');
  if (shadow) hang(page.querySelector('news-story'), shadow);
  if (inner) hang(page.querySelector('news-story')?.shadowRoot?.querySelector('inner-story'), inner);
  if (design) page.designMode = 'on';
  return page;
}

function hang(host: Element | null | undefined, html: string): void {
  if (!host) throw new Error('nothing to hang it on');
  const range = host.ownerDocument.createRange();
  range.selectNode(host);
  host.attachShadow({ mode: 'open' }).append(range.createContextualFragment(filled(html)));
}

test.each(cases as Case[])('$name', async (told) => {
  expect(toEnd(judge(await open(told), shadowRoots)) ?? true).toBe(told.read);
});
