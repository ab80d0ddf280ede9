import type { EngineErrorKind } from '../domain/engineError.ts';

/** The kind of a rejection, and the meaning of a status that few people know. */
type Rejection = readonly [kind: EngineErrorKind, meaning?: string];

/**
 * Statuses by which a server says that it did nothing. Absent are 408, 410 and every 5xx, which can
 * follow an update that was applied, and 301 to 303, which servers send after a form was applied.
 */
export const rejections: Readonly<Record<number, Rejection>> = {
  307: ['badResponse'],
  308: ['badResponse'],
  400: ['invalid'],
  401: ['auth'],
  402: ['forbidden', 'payment required'],
  403: ['forbidden'],
  404: ['notFound'],
  405: ['unsupported'],
  406: ['invalid', 'no acceptable form of answer'],
  407: ['forbidden', 'the proxy wants a sign-in'],
  409: ['conflict'],
  411: ['invalid', 'length required'],
  412: ['invalid', 'a precondition failed'],
  413: ['tooLarge', 'the request is too large'],
  414: ['tooLarge', 'the address is too long'],
  415: ['invalid', 'the content type is not supported'],
  416: ['invalid', 'the range is not available'],
  417: ['invalid', 'an expectation failed'],
  421: ['invalid', 'the request reached the wrong server'],
  422: ['invalid'],
  423: ['invalid', 'locked'],
  424: ['invalid', 'something that this depends on failed'],
  425: ['unavailable', 'too early'],
  426: ['invalid', 'another protocol is required'],
  428: ['invalid', 'a precondition is required'],
  429: ['rateLimited'],
  431: ['tooLarge', 'the headers are too large'],
  451: ['forbidden', 'not available for legal reasons'],
};
