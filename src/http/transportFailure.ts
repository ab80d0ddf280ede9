import { EngineError, type EngineErrorKind } from '../domain/engineError.ts';
import type { TransportError } from './transport.ts';

const certificateCodes = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

type Describe = (origin: string, code: string, seconds: number, named?: string) => string;

const untrusted: Describe = (origin, code) =>
  `The certificate of ${origin} is not trusted (${code}).`;
const noAnswer: Describe = (origin, _code, seconds) =>
  `${origin} did not answer within ${seconds} seconds.`;
const notFound: Describe = (origin) => `The host of ${origin} was not found.`;
const noWay: Describe = (origin, code) => `${origin} cannot be reached from here (${code}).`;
const broken: Describe = (origin, code) =>
  `The connection to ${origin} broke before the answer was there (${code}).`;
const notHttp: Describe = (origin) =>
  `${origin} does not answer in HTTP: should the URL start with https?`;
const againstHttp: Describe = (origin, code) =>
  `The answer of ${origin} breaks a rule of HTTP, so it cannot be read (${code}).`;
const badCoding: Describe = (origin, _code, _seconds, named) =>
  named === undefined
    ? `The answer of ${origin} could not be unpacked.`
    : `The answer of ${origin} is packed as "${named}", which cannot be unpacked here.`;
const badText: Describe = (origin, _code, _seconds, named) =>
  `The answer of ${origin} is not valid ${named}, so it cannot be read without loss.`;

const failures: Readonly<Record<string, readonly [EngineErrorKind, Describe]>> = {
  TIMEOUT: ['timeout', noAnswer],
  ETIMEDOUT: ['timeout', noAnswer],
  ECONNREFUSED: [
    'network',
    (origin) => `Nothing answers at ${origin}: the connection was refused.`,
  ],
  ENOTFOUND: ['network', notFound],
  EAI_AGAIN: ['network', notFound],
  EHOSTUNREACH: ['network', noWay],
  ENETUNREACH: ['network', noWay],
  PROXY_UNREACHABLE: [
    'network',
    (origin) => `The proxy for ${origin} cannot be reached: is VS Code’s http.proxy right?`,
  ],
  EPROTO: ['network', (origin) => `${origin} does not speak TLS: should the URL start with http?`],
  TOO_LARGE: ['badResponse', (origin) => `The answer of ${origin} is too large to read.`],
  BAD_ENCODING: ['badResponse', badCoding],
  TOO_MANY_CODINGS: [
    'badResponse',
    (origin) => `The answer of ${origin} is packed more than 5 times, which is not unpacked here.`,
  ],
  BAD_TEXT: ['badResponse', badText],
  // What TLS and other protocols answer to a request in plain HTTP.
  HPE_INVALID_CONSTANT: ['network', notHttp],
  HPE_HEADER_OVERFLOW: [
    'badResponse',
    (origin) => `The headers of the answer of ${origin} are too large to read.`,
  ],
  ...Object.fromEntries(certificateCodes.map((code) => [code, ['network', untrusted]])),
};

/** The error of a request without a whole answer. `origin` is the server's. */
export function transportFailure(
  error: TransportError,
  origin: string,
  timeoutMs: number,
): EngineError {
  const { code } = error;
  const [kind, describe] = failures[code] ?? otherFailure(code);
  const message = describe(origin, code, timeoutMs / 1000, error.named);
  return new EngineError(kind, message, { nothingApplied: error.neverLeft, cause: error });
}

function otherFailure(code: string): readonly [EngineErrorKind, Describe] {
  return code.startsWith('HPE_') ? ['badResponse', againstHttp] : ['network', broken];
}
