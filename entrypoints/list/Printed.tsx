import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import type { Listed, Row } from '../../lib/saved/list.ts';
import { figureOf, harmOf, sinceSaved } from './says.ts';

/** Some hundred sheets of paper; more is a file's business. */
const MOST = 2_000;

type Props = { rows: readonly Row[]; words: Words };

/**
 * The list for paper: on the screen only the rows in the window are drawn, in print all that fit the filter. Drawn at the
 * moment it is printed, by `render`, which is done when it returns: a state would be drawn when the browser has taken its picture.
 */
export function Printed({ rows, words }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  // With the rows on the screen: what is printed right after a filter was changed is what is seen.
  useLayoutEffect(() => {
    const draw = (): void => void (sheet.current && render(<Sheet rows={rows} words={words} />, sheet.current));
    const clear = (): void => void (sheet.current && render(null, sheet.current));
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', clear);
    return () => {
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', clear);
    };
  }, [rows, words]);
  return <div ref={sheet} class="printed" />;
}

function Sheet({ rows, words }: Props) {
  const { t, number } = words;
  return (
    <>
      {rows.length > MOST && <p>{t('list_print_some', [number(MOST), number(rows.length)])}</p>}
      <table>
        <thead>
          <tr>
            {(['figure', 'harm', 'question', 'known', 'page', 'since'] as const).map((column) => (
              <th scope="col" key={column} class={column === 'figure' || column === 'known' ? 'n' : undefined}>{t(`list_col_${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(({ claim }) => (
            <Line key={claim.id} claim={claim} words={words} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What a row of the list says, in full, and the page's address, which paper has no other way to give. */
function Line({ claim, words }: { claim: Listed; words: Words }) {
  const { t, date, number } = words;
  const { before, number: digits, after } = figureOf(claim, words);
  const { page, match, figure } = claim;
  const address = page.url ?? page.canonical;
  return (
    <tr>
      <td class="n">
        {before}
        <b>{digits}</b>
        {after}
      </td>
      <td dir="auto">
        {harmOf(claim, words) || claim.quote.exact}
        <span class="small" dir="auto">{figure?.saidBy ?? figure?.actor}</span>
      </td>
      <td>
        {match === null ? t('list_no_question') : <span lang="en" dir="auto">{match.title}</span>}
        <span class="small" dir="auto">{[claim.collection, ...claim.tags].filter((name) => name !== null).join(' · ')}</span>
        <span class="small" dir="auto">{claim.note}</span>
      </td>
      <td class="n">{match === null ? '' : number(claim.sources.length)}</td>
      <td>
        <bdi>{page.site ?? page.host}</bdi>, {page.date === null ? t('list_undated') : date(page.date)}
        {address !== null && <span class="small" dir="ltr">{address}</span>}
      </td>
      <td>{sinceSaved(claim, words) ?? (match === null ? '' : t('list_since_nothing'))}</td>
    </tr>
  );
}
