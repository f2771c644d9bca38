// Each setting once: key, what it holds when nothing was chosen, and what counts as a sound value.
import { browser } from 'wxt/browser';

type Setting<T> = { key: string; initial: T; sound(value: unknown): value is T };

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((v) => typeof v === 'string');

/** Nothing is read anywhere. */
export const offEverywhere: Setting<boolean> = { key: 'offEverywhere', initial: false, sound: (v) => typeof v === 'boolean' };
/** Hosts on which nothing is read. */
export const offSites: Setting<string[]> = { key: 'offSites', initial: [], sound: isStrings };
/** Digests of page, quotation and question the reader does not want beside each other; a digest tells nobody what was read. */
export const hiddenMatches: Setting<string[]> = { key: 'hiddenMatches', initial: [], sound: isStrings };

/** The chosen value; the initial one when none was chosen or what is stored is not sound. */
export async function read<T>({ key, initial, sound }: Setting<T>): Promise<T> {
  const value = (await browser.storage.local.get(key))[key];
  return sound(value) ? value : initial;
}

export const write = <T>({ key }: Setting<T>, value: T): Promise<void> => browser.storage.local.set({ [key]: value });
