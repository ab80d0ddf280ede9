import { EngineError } from '../../domain/engineError.ts';

/**
 * Where a page starts. By time and not by offset: executions that start in the meantime shift no
 * page, and an index that refuses deep offsets still answers.
 */
export interface Cursor {
  /** Only executions that started before this; epoch milliseconds. */
  readonly before?: number;
  /** How many of those to leave out: they were on the page before. */
  readonly skip: number;
  /** What the first page said. */
  readonly total?: number;
}

export function writeCursor(cursor: Cursor): string {
  return [cursor.before ?? '', cursor.skip, cursor.total ?? ''].join(':');
}

/** Throws EngineError on a cursor that did not come from writeCursor. */
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
