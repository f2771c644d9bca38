// W3C Web Annotations: https://www.w3.org/TR/annotation-model/ . One page of annotations; the figure is a body of its own, as
// JSON, for the model has no words for it.
import type { SavedClaim } from '../saved/schema.ts';
import { besideLine, claimFigure } from './columns.ts';
import type { About, Exporter } from './exporter.ts';

/** An id as a UUID of version 8, "custom" (RFC 9562): a name that says nothing of where it can be fetched, for nowhere it can. */
const urn = (id: string): string => `urn:uuid:${id.slice(0, 8)}-${id.slice(8, 12)}-8${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`;

const text = (purpose: string, value: string, format = 'text/plain'): object => ({ type: 'TextualBody', purpose, format, value });

function annotationOf(claim: SavedClaim, { extension }: About): object {
  const { id, quote, position, page, figure, match, beside, collection, note, tags, changed } = claim;
  const said = { figure, match, beside: beside?.estimates.map((e) => besideLine(claim, e)) ?? [], database: beside?.database.version ?? null, changed, collection };
  return {
    id: urn(id),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: claim.saved,
    modified: claim.edited,
    generator: { type: 'Software', name: `Tallyside ${extension}` },
    body: [
      ...(note === '' ? [] : [text('commenting', note)]),
      ...tags.map((tag) => text('tagging', tag)),
      ...(figure === null ? [] : [text('describing', claimFigure(claim) ?? '')]),
      text('classifying', JSON.stringify(said), 'application/json'),
    ],
    target: {
      type: 'SpecificResource',
      source: page.canonical ?? page.url ?? `${urn(id)}#page`,
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        ...(position === null ? [] : [{ type: 'TextPositionSelector', ...position }]),
      ],
    },
  };
}

export const jsonld: Exporter = {
  id: 'jsonld',
  extension: '.jsonld',
  mime: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  async *write(parts, about) {
    yield '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[';
    let first = true;
    for await (const claims of parts) {
      for (const claim of claims) {
        yield `${first ? '' : ','}\n${JSON.stringify(annotationOf(claim, about))}`;
        first = false;
      }
    }
    yield '\n]}\n';
  },
};
