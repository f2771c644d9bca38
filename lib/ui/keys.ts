import { browser } from 'wxt/browser';

/** Our keyboard commands, as they are set in this browser; `keys` '' for one without keys. */
export async function commandKeys(): Promise<{ name: string; keys: string }[]> {
  // Firefox on phones has no commands.
  const commands = await (browser.commands as typeof browser.commands | undefined)?.getAll();
  return (commands ?? []).flatMap(({ name, shortcut }) => (name === undefined || name.startsWith('_') ? [] : [{ name, keys: shortcut ?? '' }]));
}

type Firefox = { openShortcutSettings?(): Promise<void> };

/** To the page of the browser where they can be changed. */
export async function changeKeys(): Promise<void> {
  const { openShortcutSettings } = browser.commands as Firefox;
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
