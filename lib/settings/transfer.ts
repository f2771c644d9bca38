// Settings as a file: to keep, or to carry to another browser. What was put away on pages is not in it.
import { unsound, type Settings } from './settings.ts';

const FORMAT = 'tallyside-settings';
/** A settings file is a few hundred bytes; a list of ten thousand sites some 300 kB. UTF-16 units. */
const MAX = 1_000_000;

export const settingsFile = (settings: Settings): string => `${JSON.stringify({ format: FORMAT, version: 1, settings }, null, 2)}\n`;

/** `bad`: names of settings whose value could not be understood. */
export type FromFile = { settings: Partial<Settings> } | { problem: 'too-large' | 'not-json' | 'not-settings' | 'newer' } | { problem: 'bad'; bad: string[] };

/** Whole or not at all: a file with one bad value changes nothing. Never throws. */
export function readSettingsFile(text: string): FromFile {
  if (text.length > MAX) return { problem: 'too-large' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  if (!isRecord(file) || file['format'] !== FORMAT || !isRecord(file['settings'])) return { problem: 'not-settings' };
  if (file['version'] !== 1) return { problem: 'newer' };
  const bad = unsound(file['settings']);
  return bad.length > 0 ? { problem: 'bad', bad } : { settings: file['settings'] };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
