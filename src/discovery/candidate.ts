import type { Connection } from '../domain/connection.ts';

/** A connection found in what a person already has; shown before anything of it is saved. */
export interface Candidate {
  /** Where it was found, in words. */
  readonly source: string;
  readonly connection: Omit<Connection, 'id' | 'environment' | 'readOnly'>;
  /** Goes to the secret storage and nowhere else. */
  readonly secret?: string;
  /** Why it cannot be used as it is, in one sentence. */
  readonly problem?: string;
}

export type Values = Readonly<Record<string, string | undefined>>;

/** Without what is empty or absent. */
export function compact(values: Values): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[key, text]];
    }),
  );
}
