/** Whether a database failed to open because this browser, or this window of it, keeps nothing: Firefox says so in these words, Dexie wraps them. */
export const keepsNothing = (error: unknown): boolean => error instanceof Error && `${error.name} ${error.message}`.includes('InvalidStateError');
