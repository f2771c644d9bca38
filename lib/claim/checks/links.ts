// An address is offered as a link only where we can say whose it is.
import type { Publisher, Source } from '../database.ts';
import { PUBLISHERS_FILE } from './shape.ts';
import { isUnread, type Check, type Problem } from './problem.ts';

type Site = { host: string; path: string };

/** Host without `www.` and without the root's dot, and the path, of an address the schema accepted. */
function siteOf(url: string): Site {
  const [, host = '', path = ''] = /^(?:https?:\/\/)?([^/?#:]+)(?::\d+)?([^?#]*)/.exec(url) ?? [];
  return { host: host.toLowerCase().replace(/^www\./, '').replace(/\.$/, ''), path: path.replace(/\/$/, '') };
}

/** On that host or one below it, and in that folder or one below it. */
const isWithin = (page: Site, site: Site): boolean =>
  (page.host === site.host || page.host.endsWith(`.${site.host}`)) && `${page.path}/`.startsWith(`${site.path}/`);

export const isOwnSite = (url: string, source: Source | undefined): boolean => typeof source?.homepage === 'string' && isWithin(siteOf(url), siteOf(source.homepage));

type Known = ReadonlyMap<string, readonly Site[]>;
const knownSites = (publishers: readonly Publisher[]): Known => Map.groupBy(publishers.map((p) => siteOf(p.site)), (site) => site.host);

/** The address may be a link: it lies on the source's own site, or on a site we know. */
function mayLink(url: string, source: Source | undefined, known: Known): boolean {
  const page = siteOf(url);
  if (isOwnSite(url, source)) return true;
  const labels = page.host.split('.');
  return labels.some((_, i) => known.get(labels.slice(i).join('.'))?.some((site) => isWithin(page, site)) === true);
}

export const links: Check = (records) => {
  const { questions, sources, publishers, unread } = records;
  const canJudge = (source: string): boolean => !unread.includes(PUBLISHERS_FILE) && !isUnread(records, source);
  const problems: Problem[] = [];
  const known = knownSites(publishers);
  const byId = new Map(sources.map(({ record }) => [record.id, record]));
  for (const { file, record: q } of questions)
    q.estimates.forEach((e, i) => {
      const report = (field: string, reason: string): void => void problems.push({ file, path: `estimates.${i}.${field}`, reason });
      if (e.checked !== 'no' && e.url === null) report('url', 'is checked but has no address');
      if ((e.url === null) !== (e.url_kind === null)) report('url_kind', 'url and url_kind come together');
      if (e.seen_at !== null && e.url === null) report('seen_at', 'stands beside no url');
      if (e.seen_at !== null && e.seen_at === e.url) report('seen_at', 'is the url again');
      if (e.link && e.url === null) report('link', 'there is no url to link');
      if (e.link && e.url !== null && canJudge(e.source) && !mayLink(e.url, byId.get(e.source), known))
        report('link', `${siteOf(e.url).host} is neither the source's own site nor in publishers.json`);
    });
  return problems;
};
