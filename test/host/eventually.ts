import { until } from '../support/until.ts';

const withinMs = 20_000;

/** Looks again until there is something to see; fails after 20 seconds. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  return until(
    what,
    async () => {
      const found = await look();
      return found === false ? undefined : found;
    },
    withinMs,
  );
}
