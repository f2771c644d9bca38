import { openPage } from '../../lib/ui/ui.ts';
import { Browse } from './Browse.tsx';

await openPage('browse_title', (ui) => <Browse {...ui} />);
