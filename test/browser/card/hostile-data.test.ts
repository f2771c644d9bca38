// Hostile text that a well signed record may hold, in a real card: it is shown as the text it is, and makes nothing of the page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Estimate, Question, Source } from '../../../lib/claim/database.ts';
import { cardView, type CardView } from '../../../lib/card/rows.ts';
import { wordsFor } from '../../../lib/card/words.ts';
import { contentOf, english, sourcesOf, type Told } from '../../card-content.ts';
import hostile from '../../spec/feed/hostile.json' with { type: 'json' };
import { opened, painted, resize, stage, TOLD } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
let view: CardView;
const reports: string[] = [];
const noticed = ({ violatedDirective, blockedURI }: SecurityPolicyViolationEvent): void => void reports.push(`${violatedDirective} ${blockedURI}`);

/** From here on nothing may be fetched as an image, frame or form, and no string becomes markup: whatever tries is reported. */
beforeAll(async () => {
  await resize(1000, 1200);
  on = stage({ html: '<p><span data-mark="a">40</span> <span data-mark="b">40</span></p>', view: () => view });
  document.addEventListener('securitypolicyviolation', noticed);
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "img-src 'none'; media-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'";
  document.head.append(policy);
});
afterAll(() => {
  document.removeEventListener('securitypolicyviolation', noticed);
  on.end();
});

const strings = [...hostile.markup, ...hostile['templates and formulas'], ...hostile['invisible and turned about'], ...hostile.addresses, ...hostile.long];

/** The text where the field's own schema takes it, else a harmless one: what a client would have let in. */
const takes = (schema: { safeParse(value: unknown): { success: boolean } }, text: string): string => (schema.safeParse(text).success ? text : 'x');

function told(text: string): Told {
  const words = (field: 'claimant' | 'text_value' | 'method' | 'caveat' | 'title'): string => takes(Estimate.shape[field], text);
  const url = Estimate.shape.url.safeParse(text).success ? text : 'https://example.org/';
  const said = { method: words('method'), caveat: words('caveat'), title: words('title'), claimant: words('claimant'), url, link: true, scope: { text: takes(Estimate.shape.method, text).slice(0, 160) } };
  const estimates = TOLD.estimates.map((e) => Object.assign({}, e, said, { comparable: 'partial' as const }));
  estimates.push(Object.assign({}, said, { source: 'post', qualifier: 'vague' as const, text_value: words('text_value'), as_of: '2021-06-02', comparable: 'partial' as const }));
  const related = (TOLD.related ?? []).map((r) => Object.assign({}, r, { title: takes(Question.shape.title, text), note: words('caveat') }));
  return { ...TOLD, question: { ...TOLD.question, title: takes(Question.shape.title, text) }, estimates, related };
}

let mark = 'b';
async function shown(text: string): Promise<Element> {
  const name = takes(Source.shape.name, text);
  const sources = sourcesOf(Object.fromEntries(['watch', 'guard', 'tide', 'post', 'un', 'survey'].map((id) => [id, [name, 'monitor'] as [string, 'monitor']])));
  view = cardView(contentOf(told(text), sources), { words: wordsFor(english, 'en'), now: new Date('2022-01-08') });
  // Another figure each time: a card that is open is not drawn again.
  mark = mark === 'a' ? 'b' : 'a';
  on.card.send(opened(mark));
  await painted();
  return on.find('.card');
}

/** Each element by its name and the names of its attributes, and those of the page around the card. */
const anatomy = (root: Element): Set<string> => new Set([root, ...root.querySelectorAll('*')].map((e) => `${e.localName} ${e.getAttributeNames().toSorted().join(' ')}`));

test('nothing that a record says becomes an element, an attribute or a request', async () => {
  const harmless = anatomy(await shown('Harmless words'));
  // A long figure in words and an address alone may leave a part of a row out; none may bring one in.
  for (const plain of ['x', 'Words '.repeat(16).trim(), 'https://example.org/a']) {
    for (const part of anatomy(await shown(plain))) harmless.add(part);
  }
  const page = document.querySelectorAll('body *, head *').length;
  let accepted = 0;
  for (const text of strings) {
    const card = await shown(text);
    expect([...anatomy(card)].filter((part) => !harmless.has(part)), text).toEqual([]);
    for (const link of card.querySelectorAll('a')) expect([new URL(link.href).protocol.replace('s:', ':'), new URL(link.href).username, link.rel], text).toEqual(['http:', '', 'noopener noreferrer']);
    if (Estimate.shape.caveat.safeParse(text).success) {
      accepted += 1;
      expect(card.textContent, text).toContain(text);
    }
  }
  expect(accepted).toBeGreaterThan(100);
  expect(document.querySelectorAll('body *, head *').length).toBe(page);
  expect('hostile' in globalThis).toBe(false);
  expect(reports).toEqual([]);
  expect(() => document.createRange().createContextualFragment('<b>x</b>'), 'the policy is in force').toThrow(TypeError);
}, 180_000);
