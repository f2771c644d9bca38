// Which claims are in the list, by id: for the worker, which asks it of every page it answers and must not load the schemas
// of what is kept for that.
import { openSavedTables, SAVED, type SavedTables } from './saved-tables.ts';

let opened: SavedTables | null = null;
const tables = (): SavedTables => (opened ??= openSavedTables(SAVED));

/** Those of one page, by its key. */
export const savedOnPage = async (key: string): Promise<string[]> => tables().claims.where('page.key').equals(key).primaryKeys();
