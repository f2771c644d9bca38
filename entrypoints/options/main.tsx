import { openPage } from '../../lib/ui/ui.ts';
import { Options } from './Options.tsx';

await openPage('options_title', (ui) => <Options {...ui} />);
