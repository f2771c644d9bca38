// Where the browsers are that this machine has; what to do when one is missing is test/run.ts's business.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS', '/Applications/Firefox.app/Contents/MacOS'];
  for (const name of names)
    for (const folder of [...folders, ...usual]) {
      const file = join(folder, name);
      if (existsSync(file)) return file;
    }
  return undefined;
}

/** Undefined when there is none. CHROMIUM_PATH and FIREFOX_PATH name another one. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROMIUM_PATH'] ?? onPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'Google Chrome']);

export const firefoxPath = (): string | undefined => process.env['FIREFOX_PATH'] ?? onPath(['firefox-esr', 'firefox']);
