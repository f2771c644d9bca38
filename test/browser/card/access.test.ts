import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { faded, middle, mouse, opened, painted, resize, stage, viewOf } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
beforeEach(() => resize(1000, 900));
afterEach(() => on.end());

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(on.host() ?? document.body, { resultTypes: ['violations'] });
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`));
}

const many = Array.from({ length: 14 }, (_, i) => ({ source: ['watch', 'tide', 'un'][i % 3] ?? 'un', best: 10 + i * 40, as_of: `2021-0${1 + (i % 9)}-01` }));
const states = {
  ordinary: () => viewOf(),
  compact: () => viewOf({ question: { title: 'People killed', rule: 'all', period: [null, null] }, estimates: many }),
  'no estimate': () => viewOf({ estimates: [] }),
};

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (theme) => {
  test.each(Object.entries(states))('%s', async (_name, view) => {
    on = stage({ view, mode: 'open', settings: { theme } });
    on.card.send(opened());
    await faded(on);
    for (const fold of on.find('.scroll').querySelectorAll('details')) fold.open = true;
    expect(getComputedStyle(on.find('.card')).colorScheme).toBe(theme);
    expect(await faults()).toEqual([]);
  });
});

test('the theme follows the system where none was chosen', async () => {
  on = stage();
  on.card.send(opened());
  const paper = (): string => getComputedStyle(on.find('.card')).backgroundColor;
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  expect(paper()).toBe('rgb(28, 31, 34)');
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'light' }] });
  expect(paper()).toBe('rgb(255, 255, 255)');
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

test('the rows are the table behind the plot: text alone says all of it', () => {
  on = stage();
  on.card.send(opened());
  const said = [...on.find('.plot').querySelectorAll('.row')].map((row) => {
    const clone = row.cloneNode(true) as Element;
    for (const hidden of clone.querySelectorAll('[aria-hidden=true], .method')) hidden.remove();
    return clone.textContent?.replace(/\s+/g, ' ').trim();
  });
  expect(said).toEqual([
    'Coast Guard at least 40Party to the conflict · as of 31 May 2021 · guard.example',
    'UN mission in Varland 90withdrawn UN · as of 1 Jun 2021',
    'Harbour Watch at least 210Monitoring group · as of 28 Jun 2021 · watch.example',
    'Salt Coast Survey 240 (150 to 390)rejected by others Study · as of 15 Jun 2021',
    'The Daily Tide 300 to 500News · as of 1 Jun 2021 Soldiers included',
    'Evening Post 300 to 500Repeats The Daily Tide, not a separate count',
    'Coast Guard no figure: disputes the figures of othersParty to the conflict · as of 20 Jun 2021 About the survey',
  ]);
  for (const drawn of on.find('.plot').querySelectorAll('.lane, .axis, .under, svg')) expect(drawn.getAttribute('aria-hidden')).toBe('true');
});

test('every control can be hit: 24 px, 44 px for a finger', async () => {
  on = stage();
  on.card.send(opened());
  await painted();
  const small = [...on.find('.card').querySelectorAll('button, summary')].filter((e) => {
    const { width, height } = e.getBoundingClientRect();
    return width < 24 || height < 24;
  });
  expect(small.map((e) => e.outerHTML)).toEqual([]);
});

test('in forced colours the words and the page’s line remain', async () => {
  on = stage();
  on.card.send(opened());
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await painted();
  expect(getComputedStyle(on.find('.card')).boxShadow).toBe('none');
  expect(getComputedStyle(on.find('.under .stem')).display).toBe('block');
  expect(getComputedStyle(on.find('.under i:not(.stem)')).display).toBe('none');
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

test('on paper, from a page of ours: dark words on white whatever the screen was, what is folded, no buttons', async () => {
  on = stage({ settings: { theme: 'dark' } });
  on.card.send(opened());
  const styleOf = (selector: string): CSSStyleDeclaration => getComputedStyle(on.find(selector));
  expect([styleOf('.card').backgroundColor, styleOf('.method').display, styleOf('.acts').display]).toEqual(['rgb(28, 31, 34)', 'none', 'flex']);
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  expect([styleOf('.card').backgroundColor, styleOf('.method').display, styleOf('.acts').display]).toEqual(['rgb(255, 255, 255)', 'block', 'none']);
  expect(styleOf('.card').color).toBe('rgb(0, 0, 0)');
  await cdp().send('Emulation.setEmulatedMedia', { media: '' });
});

test('in a window as low as at 400 % zoom the whole card scrolls: nothing that stays takes the room of what is read', async () => {
  await resize(320, 256);
  on = stage();
  on.card.send(opened());
  await painted();
  const card = on.find('.card');
  expect(card.scrollHeight).toBeGreaterThan(card.clientHeight);
  card.scrollTo({ top: card.scrollHeight, behavior: 'instant' });
  const { bottom } = on.find('footer').getBoundingClientRect();
  expect(bottom).toBeLessThanOrEqual(card.getBoundingClientRect().bottom + 1);
  expect(on.find('h2').getBoundingClientRect().bottom).toBeLessThan(card.getBoundingClientRect().top);
});

test('no motion where none is wanted', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  on = stage();
  on.card.send(opened());
  expect(getComputedStyle(on.find('.card')).animationName).toBe('none');
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});

test('status text is announced, and is there before it says something', () => {
  on = stage();
  on.card.send(opened());
  expect(on.find('[role=status]').textContent).toBe('');
});

// https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus.html, its three conditions in its own order.
describe('WCAG 1.4.13, content on hover or focus', () => {
  const hovered = async (): Promise<HTMLElement> => {
    on = stage();
    const mark = document.querySelector<HTMLElement>('[data-mark="a"]') ?? document.body;
    await userEvent.hover(document.querySelector('p') ?? document.body, { position: { x: 2, y: 2 } });
    await userEvent.hover(mark);
    await vi.waitFor(() => expect(on.element()).not.toBeNull(), { timeout: 3000 });
    await painted();
    return mark;
  };

  test('dismissible: Escape puts it away without moving pointer or focus, and it stays away', async () => {
    await hovered();
    const focus = document.activeElement;
    await userEvent.keyboard('{Escape}');
    expect(on.element()).toBeNull();
    expect(document.activeElement).toBe(focus);
    await new Promise((done) => setTimeout(done, 1_000));
    expect(on.element()).toBeNull();
  });

  test('hoverable: the pointer goes from the mark over the gap into it, slowly, and it stays', async () => {
    const mark = await hovered();
    const from = middle(mark);
    const to = middle(on.find('h2'));
    for (let i = 1; i <= 12; i++) {
      await mouse('mouseMoved', { x: from.x + ((to.x - from.x) * i) / 12, y: from.y + ((to.y - from.y) * i) / 12 });
      await new Promise((done) => setTimeout(done, 50));
    }
    await new Promise((done) => setTimeout(done, 700));
    expect(on.element()).not.toBeNull();
  });

  test('persistent: after ten seconds it is still there', async () => {
    await hovered();
    await new Promise((done) => setTimeout(done, 10_000));
    expect(on.element()).not.toBeNull();
  });
});
