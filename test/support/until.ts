// An old server checks a JOIN only every half minute.
const deadlineMs = 90_000;

/**
 * Repeats a question until it has an answer. Fails after the deadline and names what was missing.
 */
export async function until<T>(
  what: string | (() => string),
  look: () => Promise<T | undefined>,
  withinMs = deadlineMs,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) {
      throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
