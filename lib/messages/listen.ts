import { browser } from 'wxt/browser';
import type { Message, Reply, ToPage } from './messages.ts';

/** A handler that gives undefined leaves the answer to another script of ours in the same page. */
type Handlers = { [T in keyof ToPage]?: (body: ToPage[T]['body']) => ToPage[T]['answer'] | undefined };

/**
 * In a page's tab: answers what the worker says. Only the worker and our own pages can reach this listener: web pages have
 * no way to it, scripts of ours in other tabs none either. Answers a function that stops listening.
 */
export function listen(handlers: Handlers): () => void {
  const onMessage = (message: Message<ToPage>, sender: { id?: string; tab?: unknown }, reply: (reply: Reply<unknown>) => void): void => {
    if (sender.id !== browser.runtime.id) return;
    const handler = handlers[message.type] as ((body: unknown) => unknown) | undefined;
    const answer = handler?.(message.body);
    if (answer !== undefined) reply({ answer });
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}
