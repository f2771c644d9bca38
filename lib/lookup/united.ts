// Several feeds read as one: the extension's own, and those the reader hears besides. A feed adds rows and questions; it
// changes and hides nothing of another's.
import type { CardSource } from '../claim/card-content.ts';
import type { Question } from '../claim/database.ts';
import type { Library } from './library.ts';
import { quantityOf } from './quantity.ts';

/** `name` is how the card names the feed; null: it is the reader's own data. */
export type Heard = { key: string; name: string | null; library: Library };

/** Between a feed's key and an id of that feed: neither may hold it, so no feed can speak for another. */
const IN = '.';

/**
 * `own` decides first: what it links stays linked to its question, what it abstains from on one of its questions stays
 * unlinked. A feed's question with the same id, or of the same quantity (lib/lookup/quantity.ts), adds its estimates and
 * series there; its other questions stand beside, under ids of their own.
 */
export function unite(own: Library, heard: readonly Heard[]): Library {
  if (heard.length === 0) return own;

  const split = (id: string): { feed: Heard; id: string } | null => {
    const at = id.indexOf(IN);
    const feed = at < 0 ? undefined : heard.find((h) => h.key === id.slice(0, at));
    return feed === undefined ? null : { feed, id: id.slice(at + 1) };
  };

  /** The feed's own question for this quantity; null: it has none. */
  const sameIn = async ({ library }: Pick<Heard, 'library'>, question: Question): Promise<Question | null> => (await library.question(question.id)) ?? library.questionOf(quantityOf(question));

  const isOwn = async (question: Question): Promise<boolean> => (await sameIn({ library: own }, question)) !== null;

  /** A question that the extension does not ask itself. */
  const beside = async (library: Library, id: string): Promise<boolean> => {
    const question = await library.question(id);
    return question !== null && !(await isOwn(question));
  };

  return {
    version: own.version,
    edition: [own.edition, ...heard.map(({ key, library }) => `${key} ${library.edition}`)].join(', '),
    created: own.created,
    counts: own.counts,
    questionOf: own.questionOf,
    actor: (id) => [own, ...heard.map((h) => h.library)].map((library) => library.actor(id)).find((name) => name !== null) ?? null,
    prepare(ids) {
      own.prepare(ids.filter((id) => split(id) === null));
      for (const { key, library } of heard) library.prepare(ids.flatMap((id) => ((of) => (of?.feed.key === key ? of.id : []))(split(id))));
    },
    async match(document, claims) {
      const matches = await own.match(document, claims);
      for (const { key, library } of heard)
        for (const [i, match] of (await library.match(document, claims)).entries()) {
          if (match === null || (matches[i] ?? null) !== null) continue;
          const question = await library.question(match.question);
          if (question !== null && !(await isOwn(question))) matches[i] = { ...match, question: key + IN + match.question };
        }
      return matches;
    },
    async question(id) {
      const of = split(id);
      if (of !== null) {
        const question = await of.feed.library.question(of.id);
        return question && underKey(of.feed.key, question, await ownIds(own, question));
      }
      let question = await own.question(id);
      for (const feed of question === null ? [] : heard) {
        const added = question && (await sameIn(feed, question));
        if (question && added) question = joined(question, underKey(feed.key, added, new Set()));
      }
      return question;
    },
    async listing() {
      const all = await own.listing();
      for (const { key, name, library } of heard) {
        const { events, questions, sources } = await library.listing();
        const under = (id: string): string => key + IN + id;
        const besides = await Promise.all(questions.map((q) => beside(library, q.id)));
        const added = questions.filter((_, i) => besides[i]);
        all.questions.push(...added.map((q) => ({ ...q, id: under(q.id) })));
        all.sources.push(...sources.map((s) => Object.assign({}, s, { id: under(s.id), feed: name })));
        const listed = new Set(all.events.map((e) => e.id));
        all.events.push(...events.filter((e) => !listed.has(e.id) && added.some((q) => q.event === e.id)));
      }
      return all;
    },
    async source(id) {
      const of = split(id);
      if (of === null) return own.source(id);
      const source: CardSource | null = await of.feed.library.source(of.id);
      return source && { ...source, id, feed: of.feed.name };
    },
  };
}

/** The related questions of a feed that are the extension's own. */
async function ownIds(own: Library, { relations }: Question): Promise<Set<string>> {
  const found = await Promise.all(relations.map(async (r) => ((await own.question(r.question)) === null ? [] : [r.question])));
  return new Set(found.flat());
}

/** Every id of the feed under its key; a related question that is not the feed's own keeps its id. */
function underKey(key: string, question: Question, elsewhere: ReadonlySet<string>): Question {
  const under = (id: string): string => key + IN + id;
  return {
    ...question,
    id: under(question.id),
    relations: question.relations.map((r) => ({ ...r, question: elsewhere.has(r.question) ? r.question : under(r.question) })),
    estimates: question.estimates.map((e) => ({
      ...e,
      id: under(e.id),
      source: under(e.source),
      via: e.via === null ? null : under(e.via),
      derived_from: e.derived_from.map(under),
      series: e.series === null ? null : under(e.series),
    })),
    series: question.series.map((s) => ({ ...s, id: under(s.id), source: under(s.source), points: s.points.map((p) => ({ ...p, estimate: p.estimate === null ? null : under(p.estimate) })) })),
  };
}

function joined(question: Question, added: Question): Question {
  const estimates = [...question.estimates, ...added.estimates];
  // A question with one source of its own has rivals once somebody else counts the same; its one source told twice is no rival.
  const thin = question.thin && new Set(estimates.filter((e) => e.status !== 'misreport' && e.status !== 'restatement').map((e) => e.source.slice(e.source.indexOf(IN) + 1))).size < 2;
  return { ...question, thin, estimates, series: [...question.series, ...added.series] };
}
