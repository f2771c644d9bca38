import { openPage } from '../../lib/ui/ui.ts';
import { Welcome } from './Welcome.tsx';

await openPage('welcome_title', (ui) => <Welcome {...ui} />);
