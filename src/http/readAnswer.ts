import { EngineError } from '../domain/engineError.ts';
import { answerError, type Explain, webPageText } from './answerError.ts';
import type { HttpAnswer, HttpRequest } from './httpRequest.ts';
import { ShapeError } from './shapeError.ts';
import { isWebPage } from './isWebPage.ts';

interface ReadOptions {
  readonly explain?: Explain;
  readonly clock: { now(): number };
}

/** The parsed answer. Throws EngineError if its status or its body is wrong. */
export function readAnswer<T>(
  request: HttpRequest<T>,
  answer: HttpAnswer,
  options: ReadOptions,
): T {
  if (answer.status < 200 || answer.status > 299) {
    throw answerError(answer, options.explain ?? (() => ({})), options.clock.now());
  }
  const { status } = answer;
  try {
    return request.parse(answer);
  } catch (error) {
    const details = { status, nothingApplied: false, cause: error };
    if (isWebPage(answer)) throw new EngineError('badResponse', webPageText(answer), details);
    if (error instanceof ShapeError) {
      const problems = error.problems.slice(0, 5).join(', ');
      const text = `The server's answer has an unexpected shape: ${problems}.`;
      throw new EngineError('badResponse', text, details);
    }
    // A SyntaxError quotes the body, so neither its message nor the error itself goes on.
    throw new EngineError('badResponse', 'The server answered with something that is not JSON.', {
      status,
      nothingApplied: false,
    });
  }
}
