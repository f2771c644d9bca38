// Apart from mount.tsx, so that the sheet can travel with the first match and not with every page. Raw: a build that adapts
// style sheets to old browsers would replace light-dark(), which every browser we run in knows.
import card from './card.css?raw';
import { SHAPE } from './shapes.ts';
import tokens from './tokens.css?raw';

const shapes = Object.entries(SHAPE).map(([kind, d]) => `.k-${kind} .g path{d:path("${d}")}`).join('');

/** Every page with a figure holds it: without what is for readers of the code, and ASCII, of which a browser keeps a letter in one byte. */
export const cardStyle = (tokens + card + shapes).replaceAll(/\/\*[^*]*\*\/|\s+/g, ' ');
