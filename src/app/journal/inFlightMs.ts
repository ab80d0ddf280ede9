/**
 * How long an entry without an outcome may belong to a window that is still at it: the longest
 * waits between tries, one send with its timeout, and the reading afterwards.
 */
export const inFlightMs = 60_000;
