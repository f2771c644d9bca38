import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { compileBundle } from './assets/compile.ts';
import { packFeed } from './assets/packaged-feed.ts';
import { indexForm } from './lib/cli/index-form.ts';
import { PACKAGED_FEED_FILE } from './lib/update/files.ts';

/** The claims database as it lies in the extension: the worker fetches it from here as it would from a file host. */
const CLAIMS = 'claims/';

const EVERY_PAGE = ['http://*/*', 'https://*/*'];

// Neither markup nor code can be made from a string in our own pages, and nothing is fetched but our own files.
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // Feeds lie wherever their publishers put them; what comes is data, signed, and never run. Loopback is for trying one.
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  // Every browser we run in knows light-dark(); what would be put in its place knows nothing of the reader's own choice.
  vite: () => ({ define: { INDEX_FORM: JSON.stringify(indexForm(resolve(import.meta.dirname, 'lib'))) }, oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } }, plugins: [withoutMarkup(), bare(), withElements(), smaller(['gate.js', 'reader.js', 'card.js'])], build: { cssTarget: ['chrome137', 'firefox142'] } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // A page can hold a figure anywhere, and the larger part of the code goes only where one is (SECURITY: threat 18).
    // Alarms: a worker lives half a minute, the next look at a feed is a day away.
    // `contextMenus`: a selected passage is saved from there; it gives no access to any page.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
    host_permissions: EVERY_PAGE,
    content_security_policy: { extension_pages: CSP },
    icons: icons('found', [16, 32, 48, 128]),
    action: { default_icon: icons('looked', [16, 32]), default_title: '__MSG_extension_name__' },
    commands: {
      'next-figure': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_next_figure__' },
      'previous-figure': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_command_previous_figure__' },
      'read-page': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_read_page__' },
      'side-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_side_panel__' },
      // Chromium suggests keys for four commands and no more.
      'save-figure': { description: '__MSG_command_save_figure__', ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+S' } } : {}) },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            // Held to a telephone's window and a finger by test/e2e/phone.test.ts.
            gecko_android: { strict_min_version: '142.0' },
            gecko: { id: 'tallyside@tallyside', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
  hooks: {
    // As plain scripts: WXT's own content scripts announce themselves to the page and can be stopped by it.
    'build:manifestGenerated': (_, manifest) => {
      manifest.content_scripts = [{ matches: EVERY_PAGE, js: ['gate.js'], run_at: 'document_idle' }];
    },
    'build:publicAssets': async (wxt, files) => {
      const cache = resolve(wxt.config.root, '.cache', CLAIMS);
      await rm(cache, { recursive: true, force: true });
      const assets = resolve(wxt.config.root, 'assets');
      const packed = await compileBundle(assets);
      for (const [name, bytes] of [...packed, [PACKAGED_FEED_FILE, await packFeed(assets)] as const]) {
        const file = resolve(cache, name);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, bytes);
        files.push({ absoluteSrc: file, relativeDest: CLAIMS + name });
      }
    },
  },
});

function icons(state: 'found' | 'looked', sizes: readonly number[]): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [size, `icons/${state}-${size}.png`]));
}

/** Preact can set markup from a string (dangerouslySetInnerHTML), and citeproc reads it where an old browser has no textContent. We never ask for either, and a package that cannot do it needs no trust in that. */
function withoutMarkup(): Plugin {
  return {
    name: 'without-markup',
    transform: (code, id) => (/[/\\](?:preact|citeproc)[/\\]/.test(id) && code.includes('innerHTML') ? { code: code.replaceAll('innerHTML', 'textContent'), map: null } : null),
  };
}

/** What WXT puts around a plain script tells the page's console, and not us, that it failed; and it asks what kind of definition ours is, in every page. */
function bare(): Plugin {
  return {
    name: 'bare',
    transform(code, id) {
      if (id.includes('virtual:wxt-unlisted-script-entrypoint')) return { code: code.replace(/^(import definition from .*;)$[^]*/m, '$1export default definition.main();'), map: null };
      return id.endsWith('define-unlisted-script.mjs') ? { code: 'export const defineUnlistedScript = (main) => ({ main });', map: null } : null;
    },
  };
}

/** The classic way of JSX: an element with its children in a row is smaller than one with a list of them, by 0.2 kB in every page with a figure. Vite's jsxInject would put Preact into files without JSX as well, the gate's among them. */
function withElements(): Plugin {
  return {
    name: 'with-elements',
    transform: (code, id) => (id.endsWith('.tsx') ? { code: `import { h, Fragment } from 'preact';${code}`, map: null } : null),
  };
}

/** What every page pays for is counted in bytes, and of ASCII a browser keeps a letter in one. Terser makes them fewer by a twentieth than the bundler's own minifier, and takes its time. */
function smaller(files: readonly string[]): Plugin {
  return {
    name: 'smaller',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !files.includes(chunk.fileName)) continue;
        const { code } = await minify(chunk.code, { ecma: 2020, toplevel: true, compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true }, format: { ascii_only: true } });
        if (code !== undefined) chunk.code = code;
      }
    },
  };
}
