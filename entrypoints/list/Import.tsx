import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Words } from '../../lib/card/words.ts';
import { BadFile, importFile, type Imported, type Rejected } from '../../lib/export/import.ts';
import { DiskFull, type Batch, type SavedStore } from '../../lib/store/saved.ts';
import { useCopy } from '../../lib/ui/copy.ts';
import { Check } from '../../lib/ui/fields.tsx';
import { sha256 } from '../../lib/store/sha256.ts';
import { besidesOf, restore } from './backup.ts';
import { Dialog } from './Dialog.tsx';

type Props = { store: SavedStore; words: Words; close(): void; done(batch: Batch, ids: readonly string[]): Promise<void> };

type State = { is: 'asking' } | { is: 'reading' } | { is: 'bad'; says: string } | { is: 'read'; found: Imported } | { is: 'writing'; found: Imported };

/** Rows that are listed on the page; the clipboard gets all of them. */
const LISTED = 200;

/** A file comes in: what was found in it is shown, with what could not be read and why, before anything is written. */
export function Import({ store, words, close, done }: Props) {
  const { t, plural } = words;
  const [state, setState] = useState<State>({ is: 'asking' });
  const [problem, setProblem] = useState('');
  const [settingsToo, setSettingsToo] = useState(true);

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setProblem('');
    setState({ is: 'reading' });
    const hash = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));
    try {
      setState({ is: 'read', found: await importFile(await file.text(), { now: new Date().toISOString(), extension: browser.runtime.getManifest().version, hash }) });
    } catch (error) {
      setState({ is: 'bad', says: t(`list_file_${error instanceof BadFile ? error.why : 'unreadable'}`, [file.name]) });
    }
  }
  async function take(found: Imported): Promise<void> {
    setState({ is: 'writing', found });
    try {
      if (settingsToo && found.besides !== null) await restore(besidesOf(found.besides));
      const batch = await store.takeIn(found.claims, new Date().toISOString());
      await done(batch, found.claims.map(({ id }) => id));
      close();
    } catch (error) {
      setProblem(t(error instanceof DiskFull ? 'list_full' : 'list_not_written'));
      setState({ is: 'read', found });
    }
  }
  const found = state.is === 'read' || state.is === 'writing' ? state.found : null;
  return (
    <Dialog title={t('list_import')} close={close}>
      <p class="small">{t('list_import_what')}</p>
      <p>
        <input type="file" aria-label={t('list_import_file')} accept=".json,.csv,.txt,application/json,text/csv" onChange={({ currentTarget }) => void read(currentTarget.files?.[0])} />
      </p>
      <div role="status">
        {state.is === 'reading' && <p class="small">{t('list_file_reading')}</p>}
        {state.is === 'bad' && <p class="problem">{state.says}</p>}
        {found && <p>{found.claims.length === 0 ? t('list_found_none') : plural('list_found', found.claims.length)}</p>}
        {state.is === 'writing' && <p class="small">{t('list_taking')}</p>}
      </div>
      {found && found.rejected.length > 0 && <NotRead rejected={found.rejected} words={words} />}
      {found !== null && found.besides !== null && <Check label={t('list_restore_besides')} note={t('list_restore_besides_note')} on={settingsToo} turn={setSettingsToo} />}
      {problem !== '' && <p class="problem" role="alert">{problem}</p>}
      <p class="bar">
        {found && (found.claims.length > 0 || found.besides !== null) && (
          <button class="btn primary" disabled={state.is === 'writing'} onClick={() => void take(found)}>
            {t('list_take_in')}
          </button>
        )}
        <button class="btn" onClick={close}>{t('list_cancel')}</button>
      </p>
    </Dialog>
  );
}

function NotRead({ rejected, words: { t, plural, number } }: { rejected: readonly Rejected[]; words: Words }) {
  const { said, copy } = useCopy(t);
  const lineOf = ({ row, problem: { what, where } }: Rejected): string => t('list_bad_row', [number(row), t(`list_bad_${what.replaceAll('-', '_')}`, [where])]);
  return (
    <>
      <h3>{plural('list_bad_rows', rejected.length)}</h3>
      <ul class="bad" tabIndex={0} aria-label={plural('list_bad_rows', rejected.length)}>
        {rejected.slice(0, LISTED).map((r, i) => (
          <li key={i}>{lineOf(r)}</li>
        ))}
        {rejected.length > LISTED && <li>{plural('list_bad_more', rejected.length - LISTED)}</li>}
      </ul>
      <p class="bar">
        <button class="btn" onClick={() => copy(rejected.map(lineOf).join('\n'))}>{t('list_bad_copy')}</button>
        <span class="small" role="status">{said}</span>
      </p>
    </>
  );
}
