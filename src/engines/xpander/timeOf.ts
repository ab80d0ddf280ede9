/** Epoch milliseconds of an ISO time; one without a zone is in UTC, as the vendor writes them. */
export function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = Date.parse(hasZone ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
