import type { Connection } from '../domain/connection.ts';

/**
 * A connection found in the files or environment of another tool. The person confirms it before
 * anything is saved.
 */
export interface Candidate {
  /** Where it was found, for display. */
  readonly source: string;
  readonly connection: Omit<Connection, 'id' | 'environment' | 'readOnly'>;
  /** Stored in SecretStorage and nowhere else. */
  readonly secret?: string;
  /** Why it cannot be used unchanged, in one sentence. */
  readonly problem?: string;
}

/** The connections found, and one sentence for each thing that could not be used. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly string[];
}

export type Values = Readonly<Record<string, string | undefined>>;

/** The values without the empty and absent ones, trimmed. */
export function compact(values: Values): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[key, text]];
    }),
  );
}
