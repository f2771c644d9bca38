// Apart from mount.tsx, so that the sheet can travel with the first match and not with every page.
export { default as cardStyle } from './card.css?inline';
