// The library's own types are for its whole; this file of it is a tenth of that. It only asks for querySelectorAll.
declare module '@mozilla/readability/Readability-readerable.js' {
  export default function isProbablyReaderable(tree: ParentNode, options?: { minContentLength?: number; minScore?: number }): boolean;
}
