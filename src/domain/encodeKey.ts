/**
 * A text as part of a key: percent-encoded, and different for different texts. Half a surrogate
 * pair, which a server's JSON may hold, makes encodeURIComponent throw: it becomes "%ud83d".
 */
export function encodeKey(text: string): string {
  return text.replace(/\p{Surrogate}|\P{Surrogate}+/gu, (run) =>
    /\p{Surrogate}/u.test(run) ? `%u${run.charCodeAt(0).toString(16)}` : encodeURIComponent(run),
  );
}
