/** What zod/mini's schemas have in common, so far as it is needed here. */
export type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } } };

/** A text from elsewhere as what it should be, or what is wrong with it, in words. Never throws. */
export function readJson<T>(schema: Schema<T>, text: string): { value: T } | { wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  return { wrong: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as it should be'}`.trim() };
}
