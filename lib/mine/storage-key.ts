/** The name under which the researcher's data is kept. By itself, so that who waits for a change of it loads no schema. */
export const STORAGE_KEY = 'mine';
