import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Words } from '../../lib/card/words.ts';
import { exporters, fileName } from '../../lib/export/export.ts';
import type { Exporter } from '../../lib/export/exporter.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import type { SavedStore } from '../../lib/store/saved.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import { Dialog } from './Dialog.tsx';

type Props = {
  store: SavedStore;
  /** Null: the whole list. */
  ids: readonly string[] | null;
  count: number;
  words: Words;
  close(): void;
};

type Doing = { is: 'asking' } | { is: 'writing'; done: number } | { is: 'failed' };

/** The list, or what is selected of it, as a file of the kind the reader chooses. */
export function Export({ store, ids, count, words: { t, plural, number }, close }: Props) {
  const [chosen, setChosen] = useState<Exporter['id']>('csv');
  const [doing, setDoing] = useState<Doing>({ is: 'asking' });
  const going = useRef(true);

  /** Counts what goes through, and ends when it was cancelled. */
  async function* counted(): AsyncGenerator<SavedClaim[]> {
    let done = 0;
    for await (const part of store.whole(ids)) {
      if (!going.current) return;
      yield part;
      done += part.length;
      setDoing({ is: 'writing', done });
    }
  }

  async function write(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const exporter = exporters.find(({ id }) => id === chosen);
    if (exporter === undefined) return;
    going.current = true;
    setDoing({ is: 'writing', done: 0 });
    try {
      const now = new Date().toISOString();
      const pieces: (string | Uint8Array<ArrayBuffer>)[] = [];
      for await (const piece of exporter.write(counted(), { now, extension: browser.runtime.getManifest().version })) pieces.push(piece);
      if (!going.current) return setDoing({ is: 'asking' });
      saveFile(new Blob(pieces), fileName(exporter, now), exporter.mime);
      close();
    } catch {
      setDoing({ is: 'failed' });
    }
  }
  const cancel = (): void => {
    going.current = false;
    if (doing.is !== 'writing') close();
  };
  return (
    <Dialog title={plural('list_export_title', count)} close={() => ((going.current = false), close())}>
      <form onSubmit={(event) => void write(event)}>
        <fieldset disabled={doing.is === 'writing'}>
          <legend class="unseen">{t('list_export_as')}</legend>
          {exporters.map(({ id, extension }) => (
            <label class="choice" key={id}>
              <input type="radio" name="format" checked={id === chosen} onChange={() => setChosen(id)} />
              <span>
                {t(`list_format_${id}`)} <span class="quiet" dir="ltr">{extension}</span>
                <span class="small">{t(`list_format_${id}_for`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p role="status" class="small">{doing.is === 'writing' && t('list_writing', [number(doing.done), number(count)])}</p>
        {doing.is === 'writing' && <progress aria-label={t('list_writing', [number(doing.done), number(count)])} value={doing.done} max={count} />}
        {doing.is === 'failed' && <p class="problem" role="alert">{t('list_not_exported')}</p>}
        <p class="bar">
          <button class="btn primary" disabled={doing.is === 'writing'}>{t('list_export')}</button>
          <button type="button" class="btn" onClick={cancel}>{t('list_cancel')}</button>
        </p>
      </form>
    </Dialog>
  );
}
