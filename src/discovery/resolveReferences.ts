import type { Values } from './candidate.ts';

/** Values whose references are replaced by what they refer to. */
export interface Resolved {
  readonly values: Values;
  /** Values that refer to something that is not set, with its name. They are left out. */
  readonly unresolved: readonly (readonly [name: string, missing: string])[];
}

const reference = /\$\{([^{}:]*)(?::-([^{}]*))?\}/g;

/**
 * Replaces `${NAME}` and `${NAME:-default}` as python-dotenv does, with which the CDF toolkit reads
 * its .env: the environment comes before earlier lines of the file.
 */
export function resolveReferences(given: Values, env: Values): Resolved {
  const values: Record<string, string> = {};
  const unresolved: [string, string][] = [];
  for (const [name, value = ''] of Object.entries(given)) {
    const missing: string[] = [];
    const text = value.replace(reference, (_whole, other: string, otherwise?: string) => {
      const found = env[other] ?? values[other] ?? otherwise;
      if (found === undefined) missing.push(other);
      return found ?? '';
    });
    if (missing[0] === undefined) values[name] = text;
    else unresolved.push([name, missing[0]]);
  }
  return { values, unresolved };
}
