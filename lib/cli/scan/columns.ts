// Text set for a terminal.

/** Lines of at most `width` characters, broken at spaces; a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Rows as aligned columns. `widths` are those of all columns but the last, which is broken at `total`; a longer cell
 * pushes the rest of its first line on.
 */
export function columns(rows: readonly (readonly string[])[], widths: readonly number[], total: number): string[] {
  const width = (column: number): number => Math.min(widths[column] ?? 0, Math.max(0, ...rows.map((r) => r[column]?.length ?? 0)));
  const before = widths.reduce((sum, _, i) => sum + width(i) + 2, 0);
  return rows.flatMap((row) => {
    const start = widths.map((_, i) => `${(row[i] ?? '').padEnd(width(i))}  `).join('');
    const [first = '', ...rest] = wrap(row[widths.length] ?? '', total - before);
    return [`${start}${first}`, ...rest.map((line) => ' '.repeat(before) + line)].map((line) => line.trimEnd());
  });
}
