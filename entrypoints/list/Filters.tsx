import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { codeWord, type Words } from '../../lib/card/words.ts';
import { choicesOf, type Choices, type Filter, type Row } from '../../lib/saved/list.ts';
import { Switch } from '../../lib/ui/Switch.tsx';
import type { Names } from './names.ts';
import { Pick } from './Pick.tsx';

type Props = { rows: readonly Row[]; filter: Filter; words: Words; names: Names; set(filter: Filter): void; /** The order, which stands beside. */ children: ComponentChildren };

type Part = keyof Choices;
const FIRST: readonly Part[] = ['event', 'source', 'tag', 'collection'];
const MORE: readonly Part[] = ['question', 'site', 'measure', 'group', 'relation'];
/** These may be asked for as missing. */
const MAY_LACK: Partial<Record<Part, true>> = { collection: true, relation: true };

/** A choice that many share is sooner looked for than the thousandth site. */
const MOST = 500;

/** What the list is narrowed by. Each choice says how many claims it leaves. */
export function Filters({ rows, filter, words, names, set, children }: Props) {
  const { t, number } = words;
  const [more, setMore] = useState(false);
  const choices = useMemo(() => choicesOf(rows), [rows]);
  const changed = useMemo(() => rows.reduce((n, { claim }) => n + (claim.changed !== null && !claim.changed.seen ? 1 : 0), 0), [rows]);
  const titles = useMemo(() => new Map(rows.flatMap(({ claim: { match } }) => (match === null ? [] : [[match.question, match.title]]))), [rows]);

  const label = (part: Part, value: string): string => {
    if (part === 'event') return names.event(value);
    if (part === 'source') return names.source(value);
    if (part === 'question') return titles.get(value) ?? value;
    if (part === 'measure' || part === 'group') return codeWord(t, part, value);
    return part === 'relation' ? t(`list_relation_${value}`) : value;
  };
  const pick = (part: Part) => (
    <Pick<string | null | undefined>
      key={part}
      label={t(`list_filter_${part}`)}
      value={filter[part]}
      choices={[
        { value: undefined, label: t(`list_every_${part}`) },
        ...(MAY_LACK[part] ? [{ value: null, label: t(`list_without_${part}`) }] : []),
        ...choices[part].slice(0, MOST).map(([value, count]) => ({ value, label: `${label(part, value)} (${number(count)})` })),
      ]}
      choose={(value) => set(withPart(filter, part, value))}
    />
  );
  const day = (part: 'from' | 'to') => (
    <label class="day">
      {t(`list_${part}`)}
      <input class="field" type="date" value={filter[part] ?? ''} onChange={({ currentTarget }) => set(withPart(filter, part, currentTarget.value || undefined))} />
    </label>
  );
  const narrowed = Object.keys(filter).length > 0;
  return (
    <search class="filters">
      <input
        id="search"
        class="field"
        type="search"
        aria-label={t('list_search')}
        placeholder={t('list_search')}
        value={filter.text ?? ''}
        onInput={({ currentTarget }) => set(withPart(filter, 'text', currentTarget.value || undefined))}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === undefined) return;
          event.preventDefault();
          set(withPart(filter, 'text', undefined));
        }}
      />
      {FIRST.map(pick)}
      <span class="break" />
      {children}
      <Switch label={t('list_changed', [number(changed)])} on={filter.changed === true} turn={(on) => set(withPart(filter, 'changed', on || undefined))} />
      <button class="btn plain" aria-expanded={more} aria-controls="more" onClick={() => setMore(!more)}>{t('list_more_filters')}</button>
      {narrowed && <button class="btn plain" onClick={() => set({})}>{t('list_clear')}</button>}
      <div id="more" class="filters" hidden={!more}>
        {more && [...MORE.map(pick), day('from'), day('to')]}
      </div>
    </search>
  );
}

function withPart(filter: Filter, part: keyof Filter, value: string | null | true | undefined): Filter {
  const { [part]: _was, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [part]: value };
}
