import { openSaved } from '../../lib/store/saved.ts';
import { openPage } from '../../lib/ui/ui.ts';
import { Saved } from './Saved.tsx';

const store = openSaved();
await openPage('list_title', (ui) => <Saved {...ui} store={store} />);
