// What the reader can choose, each once: key, what it holds when nothing was chosen, and what counts as a sound value.
import { browser } from 'wxt/browser';
import type { Measure } from '../claim/claim.ts';

export type Setting<T> = { key: string; initial: T; sound(value: unknown): value is T };

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((v) => typeof v === 'string');
const isOneOf =
  <T>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    choices.includes(value as T);

/** Languages with words of their own in _locales; null: the browser's, or English where there are none in it. */
export const LANGUAGES = ['en', 'fr', 'ar'] as const;
/** Null: as the system. */
export const THEMES = [null, 'light', 'dark'] as const;
/** Factors of the ordinary text size. */
export const TEXT_SIZES = [1, 1.15, 1.3, 1.5, 1.75, 2] as const;
/** Milliseconds the pointer rests on a mark; below 200 cards open by accident, above 1500 nobody waits (PEERS, "Interaction numbers"). */
export const OPEN_DELAYS = [200, 300, 450, 600, 800, 1000, 1500] as const;
/** In the order in which they are offered. */
export const MEASURES = ['killed', 'wounded', 'missing', 'displaced', 'detained', 'casualties', 'other'] as const satisfies readonly Measure[];

/** Nothing is read anywhere. */
export const offEverywhere: Setting<boolean> = { key: 'offEverywhere', initial: false, sound: isFlag };
/** Hosts on which nothing is read, nor on hosts under them. */
export const offSites: Setting<string[]> = { key: 'offSites', initial: [], sound: isStrings };
/** Milliseconds. */
export const openDelay: Setting<number> = { key: 'openDelay', initial: 450, sound: isOneOf<number>(OPEN_DELAYS) };
/** The pointer alone never opens a card. */
export const clickOnly: Setting<boolean> = { key: 'clickOnly', initial: false, sound: isFlag };
/** Figures with nothing to set beside them are marked too. */
export const markBare: Setting<boolean> = { key: 'markBare', initial: false, sound: isFlag };
/** Kinds of harm whose figures are left alone: neither marked nor listed. What is left out is kept, so that a kind that comes later is marked. */
export const leftOut: Setting<Measure[]> = { key: 'leftOut', initial: [], sound: (v): v is Measure[] => Array.isArray(v) && v.every(isOneOf<Measure>(MEASURES)) };
export const textSize: Setting<number> = { key: 'textSize', initial: 1, sound: isOneOf<number>(TEXT_SIZES) };
export const theme: Setting<(typeof THEMES)[number]> = { key: 'theme', initial: null, sound: isOneOf(THEMES) };
export const language: Setting<(typeof LANGUAGES)[number] | null> = { key: 'language', initial: null, sound: isOneOf([...LANGUAGES, null]) };

export const SETTINGS = { offEverywhere, offSites, openDelay, clickOnly, markBare, leftOut, textSize, theme, language };
type SettingName = keyof typeof SETTINGS;
export type Settings = { [N in SettingName]: (typeof SETTINGS)[N]['initial'] };

/** Not a choice but a memory: digests of page, quotation and question the reader does not want beside each other; a digest tells nobody what was read. */
export const hiddenMatches: Setting<string[]> = { key: 'hiddenMatches', initial: [], sound: isStrings };

/** When everything was last written to a file, ISO, UTC; null: never. */
export const lastBackup: Setting<string | null> = { key: 'lastBackup', initial: null, sound: (v): v is string | null => v === null || (typeof v === 'string' && !Number.isNaN(Date.parse(v))) };

/** How saved claims are cited: in no named style, in a style that comes with us or in the reader's own, or as a file format has it. */
export const CITE_AS = ['plain', 'apa', 'harvard', 'vancouver', 'own', 'bibtex', 'ris', 'csl', 'markdown'] as const;
export type CiteAs = (typeof CITE_AS)[number];
export const citeAs: Setting<CiteAs> = { key: 'citeAs', initial: 'plain', sound: isOneOf(CITE_AS) };

/** A citation style of the reader's own, as its file has it. */
export const ownStyle: Setting<{ title: string; xml: string } | null> = {
  key: 'ownStyle',
  initial: null,
  sound: (v): v is { title: string; xml: string } | null => v === null || (typeof v === 'object' && 'title' in v && typeof v.title === 'string' && 'xml' in v && typeof v.xml === 'string'),
};

/** The chosen value; the initial one when none was chosen or what is stored is not sound. */
export async function read<T>(setting: Setting<T>): Promise<T> {
  return valueOf(setting, await browser.storage.local.get(setting.key));
}

/** All at once: one way to the disk. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(Object.keys(SETTINGS));
  return Object.fromEntries(Object.entries(SETTINGS).map(([name, setting]) => [name, valueOf(setting as Setting<unknown>, stored)])) as Settings;
}

/** Names in it that are no settings, and settings whose value is not sound. */
export const unsound = (given: object): string[] => Object.entries(given).flatMap(([name, value]) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name as SettingName].sound(value) ? [] : [name]));

/** Every setting that is named, at once. */
export const writeSettings = (settings: Partial<Settings>): Promise<void> => browser.storage.local.set(settings);

export const write = <T>({ key }: Setting<T>, value: T): Promise<void> => browser.storage.local.set({ [key]: value });

/** Calls on every change of a setting, by whichever page it was made. */
export function watchSettings(on: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key in SETTINGS)) on();
  });
}

function valueOf<T>({ key, initial, sound }: Setting<T>, stored: Record<string, unknown>): T {
  const value = stored[key];
  return sound(value) ? value : initial;
}
