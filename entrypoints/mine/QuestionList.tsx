import { byId } from '../../lib/claim/by-id.ts';
import type { Estimate, Question } from '../../lib/claim/database.ts';
import type { Known, Mine } from '../../lib/mine/mine.ts';
import { toOwner } from '../../lib/mine/to-owner.ts';
import { asText, type Words } from '../../lib/card/words.ts';

export type Actions = {
  addEstimate(question: string): void;
  editEstimate(question: Question, estimate: Estimate): void;
  removeEstimate(estimate: Estimate): void;
  editQuestion(question: Question): void;
  removeQuestion(question: Question): void;
};

/** Each question with what was entered for it. */
export function QuestionList({ mine, known, words, on }: { mine: Mine; known: Known; words: Words; on: Actions }) {
  const { t } = words;
  const shipped = byId(known.questions);
  const shown = byId(toOwner(mine).questions);
  return (
    <>
      {mine.questions.map((question) => {
        const theirs = shipped.get(question.id);
        return (
          <section key={question.id} class="mine-question" aria-labelledby={`q-${question.id}`}>
            <h2 id={`q-${question.id}`}>
              <bdi>{theirs?.title ?? question.title}</bdi>
            </h2>
            <p class="small">{theirs === undefined ? t('mine_own') : words.plural('mine_added_to', theirs.estimates.length)}</p>
            {theirs === undefined && shown.get(question.id)?.thin === true && <p class="notice">{t('mine_thin')}</p>}
            {question.estimates.length > 0 && <Estimates question={question} mine={mine} words={words} on={on} />}
            <p class="bar">
              <button class="btn" aria-describedby={`q-${question.id}`} onClick={() => on.addEstimate(question.id)}>
                {t('mine_add_estimate')}
              </button>
              {theirs === undefined && (
                <button class="btn plain" aria-describedby={`q-${question.id}`} onClick={() => on.editQuestion(question)}>
                  {t('mine_edit_question')}
                </button>
              )}
              <button class="btn plain" aria-describedby={`q-${question.id}`} onClick={() => on.removeQuestion(question)}>
                {t(theirs === undefined ? 'mine_remove_question' : 'mine_remove_added')}
              </button>
            </p>
          </section>
        );
      })}
    </>
  );
}

function Estimates({ question, mine, words, on }: { question: Question; mine: Mine; words: Words; on: Actions }) {
  const { t } = words;
  const sources = byId(mine.sources);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('mine_f_source')}</th>
          <th scope="col" class="n">
            {t('mine_figure')}
          </th>
          <th scope="col">{t('mine_f_as_of')}</th>
          <th scope="col">{t('mine_f_address')}</th>
          <th>
            <span class="unseen">{t('mine_actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {question.estimates.map((estimate) => {
          const name = sources.get(estimate.source)?.name ?? estimate.source;
          const figure = words.figure(estimate);
          return (
            <tr key={estimate.id}>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td class="n">
                <bdi>{figure === null ? (estimate.text_value ?? '') : asText(figure)}</bdi>
              </td>
              <td>{estimate.as_of === null ? t('mine_undated') : words.date(estimate.as_of)}</td>
              <td class="address">
                <bdi>{estimate.url === null ? '' : <Address url={estimate.url} />}</bdi>
              </td>
              <td class="acts">
                <button class="link" aria-label={t('mine_edit_of', [name])} onClick={() => on.editEstimate(question, estimate)}>
                  {t('mine_edit')}
                </button>{' '}
                <button class="link" aria-label={t('mine_remove_of', [name])} onClick={() => on.removeEstimate(estimate)}>
                  {t('mine_remove')}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The host is enough to know it again; the whole is where it leads. */
const Address = ({ url }: { url: string }) => (
  <a href={url} target="_blank" rel="noopener noreferrer">
    {URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url}
  </a>
);
