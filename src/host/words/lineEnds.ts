/** A text with line ends that can be compared, whichever it has. */
export function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Does an editor of VS Code change the line ends of a text? It knows LF or CRLF, one of them in a text. */
export function losesLineEnds(text: string): boolean {
  const ends = new Set(text.match(/\r\n?|\n/g));
  return ends.size > 1 || ends.has('\r');
}
