/**
 * For this long after its start, a window may still be working on an entry without an outcome: the
 * longest pauses between tries, one send with its timeout, and the reading afterwards.
 */
export const inFlightMs = 60_000;
