import { EngineError } from '../../../domain/engineError.ts';

/**
 * Where a page starts. A time, not an offset: new executions then shift no page, and an index that
 * rejects large offsets still answers.
 */
export interface Cursor {
  /** Only executions that started before this time; epoch milliseconds. */
  readonly before?: number;
  /** How many of them to skip, because the previous page showed them. */
  readonly skip: number;
  /** The total that the first page reported. */
  readonly total?: number;
}

export function writeCursor(cursor: Cursor): string {
  return [cursor.before ?? '', cursor.skip, cursor.total ?? ''].join(':');
}

/** Throws EngineError for a text that writeCursor did not write. */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { skip: 0 };
  const [, before, skip, total] = /^(\d*):(\d+):(\d*)$/.exec(text) ?? [];
  if (skip === undefined) {
    throw new EngineError('invalid', 'This page is not known any more.', { nothingApplied: true });
  }
  return {
    skip: Number(skip),
    ...(before ? { before: Number(before) } : {}),
    ...(total ? { total: Number(total) } : {}),
  };
}
