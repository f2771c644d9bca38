/** The name under which the researcher's data is kept. */
export const PLACE = 'mine';
