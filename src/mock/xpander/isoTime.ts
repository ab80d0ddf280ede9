/** A time in the format of the vendor's servers: UTC with microseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

export function isoTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : isoTime(ms);
}
