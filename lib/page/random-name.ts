/** A name nobody can guess, new with every page load: a page must not know us by our names. Valid as an element and as a highlight. */
export function randomName(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => String.fromCharCode(97 + (n % 26)));
  letters.splice(6, 0, '-');
  return letters.join('');
}
