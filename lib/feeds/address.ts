/** Loopback needs no certificate: nobody is in between. For trying a feed before it is published. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The folder of a feed from what a person typed or pasted, also when it is the address of its head. Null for anything
 * that is not https, or has a user name, a query or a fragment in it.
 */
export function feedFolder(typed: string): string | null {
  if (!URL.canParse(typed.trim())) return null;
  const url = new URL(typed.trim());
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return null;
  url.pathname = url.pathname.replace(/(?:head|root\.\d{1,9})\.json$/, '').replace(/\/?$/, '/');
  return url.href;
}
