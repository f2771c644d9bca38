// When a card comes up, where it stays and when it goes.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { HTML, middle, mouse, opened, painted, paragraph, resize, span, stage } from './stage.ts';
import type { Stage } from './stage.ts';

let on: Stage;
beforeEach(() => resize(1000, 800));
afterEach(() => on.end());

describe('opening and closing', () => {
  test('the page is untouched before a card is opened and after it is closed, but for one element while it is open', async () => {
    on = stage();
    const before = document.documentElement.outerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((r) => records.push(...r));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    await userEvent.hover(paragraph(), { position: { x: 5, y: 5 } });
    expect(document.documentElement.outerHTML).toBe(before);
    on.card.send(opened());
    await painted();
    const host = on.host();
    expect(host?.parentNode).toBe(document.documentElement);
    expect([...document.documentElement.children].filter((e) => e !== host)).toEqual([document.head, document.body]);
    expect(host?.attributes).toHaveLength(1);
    on.card.send({ type: 'close' });
    expect(document.documentElement.outerHTML).toBe(before);
    observer.disconnect();
    expect(records.every((r) => [...r.addedNodes, ...r.removedNodes].every((n) => n === host))).toBe(true);
    expect(records.filter((r) => r.type !== 'childList' && r.target !== host)).toEqual([]);
  });

  test('resting on a mark opens its card without taking the focus; leaving closes it', async () => {
    on = stage();
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await userEvent.hover(span('a'));
    await vi.waitFor(() => expect(on.element()?.getAttribute('aria-label')).toBe('This page says: 40 civilians killed'), { timeout: 3000 });
    expect(document.activeElement).toBe(document.body);
    expect(on.states.at(-1)).toEqual({ open: 'a', blocked: false });
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await vi.waitFor(() => expect(on.element()).toBeNull(), { timeout: 3000 });
    expect(on.states.at(-1)).toEqual({ open: null, blocked: false });
  });

  test('the pointer can go into the card and stay there', async () => {
    on = stage();
    await userEvent.hover(paragraph(), { position: { x: 2, y: 2 } });
    await userEvent.hover(span('a'));
    await vi.waitFor(() => expect(on.element()).not.toBeNull(), { timeout: 3000 });
    await painted();
    await mouse('mouseMoved', middle(on.find('h3')));
    await new Promise((done) => setTimeout(done, 700));
    expect(on.element()).not.toBeNull();
  });

  test('a click opens at once; a click elsewhere closes', async () => {
    on = stage({ settings: { clickOnly: true } });
    await userEvent.click(span('b'));
    expect(on.element()).not.toBeNull();
    expect(on.states.at(-1)?.open).toBe('b');
    await userEvent.click(paragraph(), { position: { x: 2, y: 2 } });
    expect(on.element()).toBeNull();
  });

  test('by key: focus goes to the heading, Tab goes through the controls in order, Esc goes back to where it was', async () => {
    on = stage();
    document.querySelector('a')?.focus();
    on.card.send(opened('a', 'key'));
    const root = on.find('.card').getRootNode() as ShadowRoot;
    expect(root.activeElement?.tagName).toBe('H2');
    const order: string[] = [];
    for (let i = 0; i < 5; i++) {
      await userEvent.tab();
      const { activeElement: e } = root;
      order.push(e?.getAttribute('aria-label') ?? e?.textContent ?? '');
    }
    expect(order).toEqual(['Keep open', 'Close', 'Why this question?', 'guard.example', 'How counted: Coast Guard']);
    await userEvent.keyboard('{Escape}');
    expect(on.element()).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('a'));
  });

  test('the page does not hear the Esc that closed the card, and hears the next one', async () => {
    on = stage();
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener('keydown', heard);
    on.card.send(opened());
    await userEvent.keyboard('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });

  test('from mark to mark there is one card', async () => {
    on = stage();
    on.card.send(opened('a'));
    on.card.send(opened('b'));
    await painted();
    expect(document.querySelectorAll(':popover-open')).toHaveLength(1);
    expect(on.states.map((s) => s.open)).toEqual(['a', 'b']);
  });

  test('a mark without a card opens nothing and leaves nothing behind', () => {
    on = stage({ view: () => null });
    const before = document.documentElement.outerHTML;
    on.card.send(opened());
    expect(document.documentElement.outerHTML).toBe(before);
    expect(on.states).toEqual([]);
  });
});

describe('scrolling', () => {
  const tall = `<div style="height:300px"></div>${HTML}<div style="height:3000px"></div>`;

  test('the card goes with its mark, and closes when that is out of sight', async () => {
    on = stage({ html: tall });
    on.card.send(opened());
    await painted();
    const before = on.find('.card').getBoundingClientRect().y;
    window.scrollBy({ top: 100, behavior: 'instant' });
    await painted();
    expect(on.find('.card').getBoundingClientRect().y).toBe(before - 100);
    window.scrollTo({ top: 2000, behavior: 'instant' });
    await painted();
    expect(on.element()).toBeNull();
    window.scrollTo(0, 0);
  });

  test('text that scrolls under a still pointer opens nothing', async () => {
    on = stage({ html: tall, settings: { openDelay: 50 } });
    const top = span('a').getBoundingClientRect();
    await userEvent.hover(document.body, { position: { x: 20, y: top.y - 100 } });
    await userEvent.hover(document.body, { position: { x: top.x + 20, y: top.y - 100 + 10 } });
    window.scrollBy({ top: 100, behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 400));
    expect(on.element()).toBeNull();
    window.scrollTo(0, 0);
  });
});
