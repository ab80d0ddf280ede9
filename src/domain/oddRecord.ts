import { isEngineError } from './engineError.ts';

/**
 * A record in a server's answer that lacks what its row needs. It gets a row that says so, and the
 * records around it stay.
 */
export interface OddRecord {
  readonly kind: 'workflow' | 'version' | 'execution' | 'task';
  /** Absent where the id is what is odd. */
  readonly id?: string;
  /** Its place in the server's list, 1 for the first; absent where it was read alone. */
  readonly position?: number;
  /** "status is null": names fields and never their values, which may be secret. */
  readonly problem: string;
}

/** "Task t-1", "Task 3 of the answer". */
export function oddName({ kind, id, position }: OddRecord): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  if (id !== undefined) return `${name} ${id}`;
  return position === undefined ? `A ${kind}` : `${name} ${position} of the answer`;
}

/** How many records a sentence names. */
const mostNamed = 3;

/** One sentence about these records; undefined where there is none. */
export function oddSentence(odd: readonly OddRecord[] = []): string | undefined {
  if (odd.length === 0) return undefined;
  const named = odd.slice(0, mostNamed).map((one) => `${oddName(one)} (${one.problem})`);
  const more = odd.length > mostNamed ? ` and ${odd.length - mostNamed} more` : '';
  return `Could not be read: ${named.join(', ')}${more}.`;
}

/** For an object that has `odd` only where there is one. */
export function withOdd(odd: readonly OddRecord[]): { readonly odd?: readonly OddRecord[] } {
  return odd.length === 0 ? {} : { odd };
}

/**
 * A record that was read alone and cannot be read because of what it is, while others may be;
 * undefined for an error that says nothing about this record.
 */
export function oddRecord(
  kind: OddRecord['kind'],
  id: string,
  error: unknown,
): OddRecord | undefined {
  const isItsOwn = isEngineError(error, 'badResponse') || isEngineError(error, 'tooLarge');
  return isItsOwn ? { kind, id, problem: error.message } : undefined;
}
