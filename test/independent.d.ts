// What the tests use of libraries that publish no types.
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { forceType: string });
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'jsonld' {
  const jsonld: { expand(document: object, options: { safe: boolean; documentLoader(url: string): Promise<{ document: object; documentUrl: string; contextUrl: null }> }): Promise<Record<string, unknown>[]> };
  export default jsonld;
}
