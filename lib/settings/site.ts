// A site as the reader means it: a host, with or without "www.", and all hosts under it.

/** The host of an address. Throws for what is not an address. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** The entry of the list that covers this site; undefined: none does. */
export const covering = (sites: readonly string[], site: string): string | undefined => sites.find((s) => site === s || site.endsWith(`.${s}`));

/** The list with this site on it, or without it. */
export const withSite = (sites: readonly string[], site: string, listed: boolean): string[] => {
  const others = sites.filter((s) => s !== site);
  return listed ? [...others, site].sort() : others;
};

type Typed = { site: string } | { problem: 'empty' | 'not-a-site' | 'not-the-web' };

/** What a reader typed or pasted: a host or a whole address. Never throws. */
export function readSite(typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { problem: 'not-the-web' };
  try {
    const site = siteOf(scheme === undefined ? `http://${text.replace(/^\*\./, '')}` : text);
    // A host has a dot, or is the machine itself; "bread and butter" has neither, "a,b" is two.
    return /^(?:[^.\s%*,]+\.)+[^.\s%*,]+$|^localhost$|^\[[0-9a-f:]+\]$/.test(site) ? { site } : { problem: 'not-a-site' };
  } catch {
    return { problem: 'not-a-site' };
  }
}
