/** Says messages that are at hand, `$1` to `$9` replaced. */
export const sayer =
  (messages: Record<string, string>): (key: string, substitutions?: string[]) => string =>
  (key, substitutions = []) =>
    (messages[key] ?? '').replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
