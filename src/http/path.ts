// With the u flag this matches halves of a surrogate pair only when they stand alone, and those
// make encodeURIComponent throw.
const loneSurrogate = /[\ud800-\udfff]/gu;

/** One path segment, percent-encoded whole: a slash in a name stays inside its segment. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text.replace(loneSurrogate, '\ufffd'));
}

/** Tag for paths: path`tasks/${id}/log` encodes each value as one segment. */
export function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeSegment));
}
