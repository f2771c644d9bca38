// The two functions of papaparse that are used. Its published types bring Node and the DOM into folders that know neither.
declare module 'papaparse' {
  type Parsed = { data: string[][]; errors: { row?: number; message: string }[] };
  const papaparse: {
    parse(text: string, options: { delimiter: string; newline: '\r' | '\n' | '\r\n' }): Parsed;
    unparse(rows: readonly (readonly unknown[])[], options: { newline: string; header: boolean }): string;
  };
  export default papaparse;
}
