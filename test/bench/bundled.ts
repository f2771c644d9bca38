// Modules of the extension as one script that a page can run.
import { build } from 'vite';

/** `entry` is the text of a module; what it imports must be absolute paths or packages. */
export async function bundled(entry: string): Promise<string> {
  const id = 'virtual:entry';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'entry', resolveId: (source) => (source === id ? `\0${id}` : null), load: (source) => (source === `\0${id}` ? entry : null) }],
    build: { write: false, rollupOptions: { input: id }, modulePreload: false },
  });
  const [output] = 'output' in result ? result.output : [];
  if (output?.type !== 'chunk') throw new Error('nothing was bundled');
  return output.code;
}
