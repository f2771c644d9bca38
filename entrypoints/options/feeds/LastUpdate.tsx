import type { EstimateChange, Figure, QuestionChange } from '../../../lib/claim/changes.ts';
import type { Update } from '../../../lib/feeds/feed.ts';
import type { Words } from '../../../lib/card/words.ts';
import { asText } from '../../../lib/card/words.ts';

/** What the last update changed, question by question, in words. */
export function LastUpdate({ words, update }: { words: Words; update: Update | null }) {
  const { t, plural, date } = words;
  if (update === null) return null;
  const all = update.changes.length + update.more;
  return (
    <details>
      <summary>{t('options_update_summary', [update.from, update.to, date(update.on.slice(0, 10)), plural('options_questions', all)])}</summary>
      <ul class="changes">
        {update.changes.map((change) => (
          <li key={change.question}>
            <b>{change.title}</b> {headOf(change, words)}
            <ul>
              {change.estimates.map((e) => (
                <li key={e.estimate}>{estimateText(e, words)}</li>
              ))}
            </ul>
          </li>
        ))}
        {update.more > 0 && <li class="small">{plural('options_update_more', update.more)}</li>}
      </ul>
    </details>
  );
}

function headOf({ kind, fields, points }: QuestionChange, { t, plural }: Words): string {
  if (kind !== 'changed') return t(`options_question_${kind}`);
  return [fields.length > 0 ? t('options_question_changed') : '', points > 0 ? plural('options_points', points) : ''].filter((s) => s !== '').join(' · ');
}

function estimateText({ kind, source, before, after }: EstimateChange, words: Words): string {
  const [was, now] = [figureText(before, words), figureText(after, words)];
  const figure = before && after && was !== now ? words.t('options_from_to', [was, now]) : after ? now : was;
  return words.t(`options_estimate_${kind}`, [source, figure]);
}

function figureText(figure: Figure | null, words: Words): string {
  if (figure === null) return '';
  const stated = words.figure(figure);
  const number = stated ? asText(stated) : (figure.text_value ?? words.t('card_no_number'));
  return figure.as_of === null ? number : `${number} (${words.date(figure.as_of)})`;
}
