import { openPage } from '../../lib/ui/ui.ts';
import { Mine } from './Mine.tsx';

await openPage('mine_title', (ui) => <Mine {...ui} />);
