// An old server looks at a JOIN again after half a minute only.
const deadlineMs = 90_000;

/** Asks again until there is an answer; fails when the deadline is over, naming what was missed. */
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
