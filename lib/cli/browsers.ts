// Which browsers this machine has; fetching them where that is possible without asking.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Undefined when there is none. CHROMIUM_PATH and FIREFOX_PATH name another one. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROMIUM_PATH'] ?? onPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'Google Chrome', 'chrome.exe']);

export const firefoxPath = (): string | undefined => process.env['FIREFOX_PATH'] ?? onPath(['firefox-esr', 'firefox', 'firefox.exe']);

/** No sandbox in containers and for root; nothing the browser would fetch for itself. */
export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS', '/Applications/Chromium.app/Contents/MacOS', '/Applications/Firefox.app/Contents/MacOS'];
  for (const name of names)
    for (const folder of [...folders, ...usual]) {
      const file = join(folder, name);
      if (existsSync(file)) return file;
    }
  return undefined;
}

type Wanted = 'chromium' | 'firefox';
const FIND: Record<Wanted, () => string | undefined> = { chromium: chromiumPath, firefox: firefoxPath };
const DEBIAN: Record<Wanted, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Installs what is missing where it can (as root on Debian), and throws an Error that says what to install where it cannot. */
export function ensureBrowsers(wanted: readonly Wanted[]): void {
  const missing = wanted.filter((browser) => FIND[browser]() === undefined);
  if (missing.length === 0) return;
  const packages = missing.map((browser) => DEBIAN[browser]);
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${packages.join(' and ')} …`);
    const apt = (...args: string[]): void => void spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update', '-qq');
    // Without a font nothing has a width, and nothing can be pointed at.
    apt('install', '-y', '-qq', '--no-install-recommends', 'fonts-liberation', ...packages);
  }
  const still = missing.filter((browser) => FIND[browser]() === undefined);
  if (still.length > 0)
    throw new Error(`Not found: ${still.join(' and ')}. Install ${still.length === 1 ? 'it' : 'them'} (on Debian: apt-get install ${packages.join(' ')}), or name the file in ${still.map((b) => `${b.toUpperCase()}_PATH`).join(' and ')}.`);
}
