// Rows of a CSV file as data sets publish them: RFC 4180, with any line end (Correlates of War files end lines with a bare CR).

/** One object a row, by the names in the first row. */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cells(text);
  return rows.filter((row) => row.length > 1).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  // A quoted cell with "" inside, or a bare one; then what ends it.
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
