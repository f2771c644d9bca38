/** A page is read up to here, UTF-16 units; the longest of 270 news pages had 56,000. */
export const MAX_TEXT = 2_000_000;
export const MAX_BLOCKS = 100_000;
/** In so many messages at most. */
export const MAX_PIECES = 50;
/** A title, an address, a quotation; a table's heading. UTF-16 units. */
export const MAX_NAME = 2_000;
export const MAX_HEADER = 5_000;
/** Values of a page's head, of a kind; pages have a few dozen. JSON-LD, UTF-16 units: that of an article has a few thousand. */
export const MAX_LIST = 200;
export const MAX_DATA = 400_000;
