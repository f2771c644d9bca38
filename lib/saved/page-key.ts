// What tells one page from another: its address without what changes from visit to visit.

/** Parameters that say how a reader came, not where to: those of Google, Facebook, Microsoft, Mailchimp, HubSpot and their like. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|yclid|twclid|ttclid|_hs\w+|hs\w+tracking|ref_src|ref_url|cmpid|ocid|at_\w+|ns_\w+|smid)$/i;

/** An address taken apart by its own syntax (RFC 3986): a pattern, because the folder that keeps claims is to run anywhere. */
const ADDRESS = /^(https?):\/\/(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;

/** An address longer than this, UTF-16 units, is none that can be kept or opened again. */
const LONGEST = 2_000;

/** Null for what is no http(s) address, or too long for one. */
export const httpOr = (url: string | null): string | null => (url !== null && url.length <= LONGEST && /^https?:\/\/\S+$/.test(url) ? url : null);

/** The host without "www."; '' for what is no http(s) address. */
export const hostOf = (url: string): string => ADDRESS.exec(url)?.[2]?.toLowerCase().replace(/^www\./, '').replace(/:\d+$/, '') ?? '';

/** The same for every way to the same page. What is no http(s) address is its own key. */
export function pageKey(url: string): string {
  const [, scheme, host, path = '', query = ''] = ADDRESS.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return url;
  const kept = query.split('&').filter((part) => part !== '' && !TRACKING.test(part.split('=', 1)[0] ?? ''));
  const whole = path.replace(/\/+$/, '') || '/';
  // One page is served over both schemes, and with and without "www.".
  return `${host.toLowerCase().replace(/^www\./, '')}${whole}${kept.length > 0 ? `?${kept.sort().join('&')}` : ''}`;
}

/** Of a page: by the address it gives itself, else by its own. '' for what has none. */
export const keyOf = ({ canonical, url }: { canonical: string | null; url: string | null }): string => pageKey(httpOr(canonical) ?? httpOr(url) ?? '');
