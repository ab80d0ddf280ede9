/**
 * A text as a part of a key, without slashes. Half a surrogate pair, which a server may send, has no
 * percent-encoding of its own.
 */
export function encodeKey(text: string): string {
  return text
    .split(/([\ud800-\udfff])/u)
    .map((part, index) => (index % 2 === 0 ? encodeURIComponent(part) : codeOf(part)))
    .join('');
}

function codeOf(half: string): string {
  return `%u${half.charCodeAt(0).toString(16)}`;
}
