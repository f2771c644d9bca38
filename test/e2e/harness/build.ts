import { buildExtension } from '../../../lib/cli/build-extension.ts';

/** What is tested is what ships: built anew before every run. */
export default function setup(): void {
  buildExtension('chrome');
  buildExtension('firefox');
}
