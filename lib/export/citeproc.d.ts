// What is used of citeproc, which publishes no types, and of the styles and words that @citation-js packs for it.
declare module 'citeproc' {
  type System = { retrieveLocale(lang: string): string; retrieveItem(id: string): object };
  class Engine {
    constructor(sys: System, style: string, lang: string, forceLang: boolean);
    setOutputFormat(mode: 'text'): void;
    updateItems(ids: readonly string[]): void;
    /** False: the style sets notes alone and has no list of works. */
    makeBibliography(): [object, string[]] | false;
    previewCitationCluster(citation: { citationItems: { id: string }[]; properties: { noteIndex: number } }, before: [], after: [], mode: 'text'): string;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
declare module '@citation-js/plugin-csl/lib/styles.json' {
  const styles: Record<'apa' | 'harvard1' | 'vancouver', string>;
  export default styles;
}
declare module '@citation-js/plugin-csl/lib/locales.json' {
  const locales: Record<'en-US' | 'fr-FR', string>;
  export default locales;
}
