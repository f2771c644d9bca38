import { openPage } from '../../lib/ui/ui.ts';
import { Method } from './Method.tsx';

await openPage('method_title', (ui) => <Method {...ui} />);
