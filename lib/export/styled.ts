// References as a citation style sets them, by the processor that Zotero uses: https://citeproc-js.readthedocs.io
// Large, and asked for by few: import it when it is asked for.
import locales from '@citation-js/plugin-csl/lib/locales.json' with { type: 'json' };
import styles from '@citation-js/plugin-csl/lib/styles.json' with { type: 'json' };
import CSL from 'citeproc';
import { referenceOf } from './csl.ts';
import type { Parts } from './exporter.ts';
import { worksOf } from './works.ts';

/** The style itself, as XML: https://docs.citationstyles.org/en/stable/specification.html */
export type Style = { xml: string };

/** By the names under which a reader chooses them. */
export const PACKED: Readonly<Record<string, Style>> = { apa: { xml: styles.apa }, harvard: { xml: styles.harvard1 }, vancouver: { xml: styles.vancouver } };

/**
 * One page a paragraph, in the order in which pages first come up; a numbered style numbers them.
 * `lang` is that of the style's own words ("Accessed", months): English where there are none in it.
 * Throws where the style asks for what no processor does.
 */
export async function styled(parts: Parts, { xml }: Style, lang: string): Promise<string> {
  const works = new Map((await worksOf(parts)).map((work) => [work.key, referenceOf(work)]));
  const localeOf = (tag: string): string => (tag.startsWith('fr') ? locales['fr-FR'] : locales['en-US']);
  const engine = new CSL.Engine({ retrieveLocale: localeOf, retrieveItem: (key) => works.get(key) ?? {} }, xml, lang.startsWith('fr') ? 'fr-FR' : 'en-US', true);
  engine.setOutputFormat('text');
  engine.updateItems([...works.keys()]);
  const list = engine.makeBibliography();
  const notes = (): string[] => [...works.keys()].map((id) => engine.previewCitationCluster({ citationItems: [{ id }], properties: { noteIndex: 1 } }, [], [], 'text'));
  return (list === false ? notes() : list[1]).map((line) => line.trim()).join('\n\n');
}
