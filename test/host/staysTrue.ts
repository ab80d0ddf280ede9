const lookEveryMs = 100;

/**
 * Fails as soon as `look` is not true any more within that time. Only what must not happen is
 * watched like this: there is no event to wait for.
 */
export async function staysTrue(
  what: string,
  forMs: number,
  look: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + forMs;
  while (Date.now() < end) {
    if (!(await look())) throw new Error(`${what} did not stay true`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
