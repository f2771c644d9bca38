import { useState } from 'preact/hooks';
import { packedFolder } from '../../lib/mine/folder.ts';
import type { ChosenFile, Imported } from '../../lib/mine/import.ts';
import { COLUMNS } from '../../lib/mine/read-table.ts';
import type { Mine } from '../../lib/mine/mine.ts';
import { tableOf } from '../../lib/mine/table.ts';
import type { Words } from '../../lib/card/words.ts';
import { FilesButton } from '../../lib/ui/fields.tsx';
import { saveFile } from '../../lib/ui/save-file.ts';
import { Section } from '../../lib/ui/Section.tsx';
import { fieldText, slipText } from './slip-words.ts';

/** Rows of a report that are listed; a table with more has one mistake many times. */
const LISTED = 200;

type Props = { mine: Mine; words: Words; take(files: readonly ChosenFile[]): Promise<Imported | null> };

/** Files in, with a report of what did not come in, and out. */
export function Files({ mine, words, take }: Props) {
  const { t } = words;
  const [report, setReport] = useState<Imported | 'reading' | 'failed' | null>(null);

  async function load(chosen: readonly File[]): Promise<void> {
    setReport('reading');
    // By their path where a folder was chosen: two files in it may be called the same.
    const files = await Promise.all(chosen.map(async (file) => ({ name: file.webkitRelativePath || file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))).catch(() => null);
    setReport((files && (await take(files))) ?? 'failed');
  }

  const name = `my-data-${mine.changed.slice(0, 10)}`;
  return (
    <>
      <Section id="import" title={t('mine_import')}>
        <p class="text">{t('mine_import_note')}</p>
        <p class="bar">
          <FilesButton label={t('mine_import_choose')} accept=".csv,.json,.zip,text/csv,application/json,application/zip" chosen={(files) => void load(files)} />
          <button class="btn plain" onClick={() => saveFile(`\uFEFF${COLUMNS.join(',')}\r\n`, 'my-data.csv', 'text/csv')}>
            {t('mine_import_blank')}
          </button>
        </p>
        <details>
          <summary>{t('mine_columns')}</summary>
          <p class="small">{t('mine_columns_note')}</p>
          <dl class="facts columns">
            {COLUMNS.map((column) => (
              <>
                <dt>
                  <code>{column}</code>
                </dt>
                <dd>{column === 'question' || column === 'estimate' ? t(`mine_column_${column}`) : fieldText(column, words)}</dd>
              </>
            ))}
          </dl>
        </details>
        <div role="status">
          {report === 'reading' && <p class="small">{t('mine_reading')}</p>}
          {report === 'failed' && <p class="notice old">{t('mine_import_failed')}</p>}
          {report !== null && typeof report === 'object' && <Report report={report} words={words} />}
        </div>
      </Section>
      <Section id="export" title={t('mine_export')}>
        <p class="text">{t('mine_export_note')}</p>
        <p class="bar">
          <button class="btn" disabled={mine.questions.length === 0} onClick={() => saveFile(packedFolder(mine), `${name}.zip`, 'application/zip')}>
            {t('mine_export_folder')}
          </button>
          <button class="btn" disabled={mine.questions.length === 0} onClick={() => saveFile(tableOf(mine), `${name}.csv`, 'text/csv')}>
            {t('mine_export_table')}
          </button>
          <button class="btn" disabled={mine.questions.length === 0} onClick={() => saveFile(`${JSON.stringify(mine, null, 2)}\n`, `${name}.json`, 'application/json')}>
            {t('mine_export_all')}
          </button>
        </p>
      </Section>
    </>
  );
}

function Report({ report: { added, changed, questions, known, rejected, unread }, words }: { report: Imported; words: Words }) {
  const { t, plural, number } = words;
  const told = [plural('mine_taken_questions', questions), plural('mine_taken_estimates', added), plural('mine_taken_changed', changed), ...(known > 0 ? [plural('mine_taken_known', known)] : [])];
  return (
    <>
      <p>{told.join(' · ')}</p>
      {unread.map(({ file, why }) => (
        <p key={file} class="problem">
          <bdi>{file}</bdi>: {t(`mine_file_${why.replaceAll('-', '_')}`)}
        </p>
      ))}
      {rejected.length > 0 && (
        <>
          <p>{plural('mine_rejected', new Set(rejected.map(({ where }) => `${where.file} ${where.line}`)).size)}</p>
          <table class="rejected">
            <thead>
              <tr>
                <th scope="col">{t('mine_where')}</th>
                <th scope="col">{t('mine_field')}</th>
                <th scope="col">{t('mine_why')}</th>
              </tr>
            </thead>
            <tbody>
              {rejected.slice(0, LISTED).map(({ where, slip }) => (
                <tr>
                  <td>
                    <bdi>{where.file}</bdi>
                    {where.line !== null && ` ${t('mine_line', [number(where.line)])}`}
                  </td>
                  <td>{slip.field === '' ? '' : <code>{slip.field}</code>}</td>
                  <td>{slipText(slip, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rejected.length > LISTED && <p class="small">{plural('mine_rejected_more', rejected.length - LISTED)}</p>}
        </>
      )}
    </>
  );
}
