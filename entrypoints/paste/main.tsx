import { openPage } from '../../lib/ui/ui.ts';
import { Paste } from './Paste.tsx';

await openPage('paste_title', (ui) => <Paste {...ui} />);
