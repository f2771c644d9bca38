// What is in the package: no more power than it needs, nothing a page could ask for, and little of it in every page.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** Kilobytes compressed, of 1,000 bytes: what every page pays, what one pays on top that may hold a figure, and all that there is in a page with a card. */
const GATE = 3;
const READER = 11;
const ALL = 25;

for (const browser of ['chrome', 'firefox'] as const) {
  const folder = `.output/${browser}-mv3`;
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Record<string, unknown>;
  const kilobytes = (file: string): number => gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length / 1_000;

  describe(`the package for ${browser}`, () => {
    test('asks for no more than it needs', () => {
      expect(manifest['permissions']).toEqual(['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms', ...(browser === 'chrome' ? ['sidePanel'] : [])]);
      expect(manifest['host_permissions']).toEqual(['http://*/*', 'https://*/*']);
      expect(manifest['optional_permissions']).toBeUndefined();
      expect(manifest['optional_host_permissions']).toBeUndefined();
    });

    test('asks for nothing without a reason in the documents, and for all that they name', () => {
      const rows = [...readFileSync('docs/permissions.md', 'utf8').matchAll(/^\| `([^`]+)` \| (both|Chromium|Firefox) \| (.+) \|$/gm)];
      const told = rows.flatMap(([, name = '', where = '']) => (where === 'both' || where === (browser === 'chrome' ? 'Chromium' : 'Firefox') ? [name] : []));
      const asked = [...(manifest['permissions'] as string[]), ...(manifest['host_permissions'] as string[])];
      expect(told.toSorted()).toEqual(asked.toSorted());
    });

    test('offers nothing to pages', () => {
      expect(manifest['web_accessible_resources']).toBeUndefined();
      expect(manifest['externally_connectable']).toBeUndefined();
      expect(manifest['content_scripts']).toEqual([{ matches: ['http://*/*', 'https://*/*'], js: ['gate.js'], run_at: 'document_idle' }]);
    });

    test('runs and fetches nothing from elsewhere', () => {
      const { extension_pages } = manifest['content_security_policy'] as { extension_pages: string };
      expect(extension_pages).toContain("default-src 'none'; script-src 'self'");
      // Data may come from the folder of a feed; code, styles and pictures may not.
      expect(extension_pages).toContain("connect-src 'self' https: http://localhost:* http://127.0.0.1:*;");
      expect(extension_pages.replace(/connect-src [^;]*;/, '')).not.toMatch(/unsafe|https?:|\*/);
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.js')))
        expect(readFileSync(`${folder}/${file}`, 'utf8'), file).not.toMatch(/\beval\(|new Function\(|importScripts|insertAdjacentHTML|innerHTML|outerHTML|document\.write\(/);
    });

    test('is small in the page', () => {
      expect(kilobytes('gate.js')).toBeLessThanOrEqual(GATE);
      expect(kilobytes('reader.js')).toBeLessThanOrEqual(READER);
      expect(kilobytes('gate.js') + kilobytes('reader.js') + kilobytes('card.js')).toBeLessThanOrEqual(ALL);
    });

    test('has no schemas and no database in the page', () => {
      for (const file of ['gate.js', 'reader.js', 'card.js']) expect(readFileSync(`${folder}/${file}`, 'utf8'), file).not.toMatch(/safeParse|indexedDB|Dexie/);
    });
  });
}

test('Firefox on telephones is offered it, for its window and a finger are tested', () => {
  const manifest = JSON.parse(readFileSync('.output/firefox-mv3/manifest.json', 'utf8'));
  expect(manifest.browser_specific_settings.gecko_android).toEqual({ strict_min_version: manifest.browser_specific_settings.gecko.strict_min_version });
});

test('Firefox is told that nothing is collected', () => {
  const manifest = JSON.parse(readFileSync('.output/firefox-mv3/manifest.json', 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
});

test('the stores get zips that lint clean, and the same bytes from two builds', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/package.ts', '--twice'], { encoding: 'utf8', maxBuffer: 1e8 });
  expect(stderr).toBe('');
  expect(stdout).toContain('0 errors, 0 warnings, 0 notices');
  expect(stdout).toContain('Built twice: the same bytes.');
  expect(status).toBe(0);
}, 180_000);
