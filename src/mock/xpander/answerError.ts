import type { Wire } from './model.ts';

/** An error answer (status 400 and above), in one of the two shapes of the vendor's framework. */
export class AnswerError extends Error {
  readonly status: number;
  readonly detail: string | readonly Wire[];

  constructor(status: number, detail: string | readonly Wire[]) {
    super(typeof detail === 'string' ? detail : `${status}`);
    this.status = status;
    this.detail = detail;
  }
}

export function notFound(what: string): AnswerError {
  return new AnswerError(404, `${what} not found`);
}

export function invalid(loc: readonly (string | number)[], msg: string, type: string): AnswerError {
  return new AnswerError(422, [{ loc, msg, type }]);
}
