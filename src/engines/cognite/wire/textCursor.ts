/** Where a search through the server's pages continues, possibly in the middle of a page. */
export interface TextCursor {
  /** The server's cursor of that page; undefined for the first page. */
  readonly cursor: string | undefined;
  /** How many of its items were already searched. */
  readonly skip: number;
}

export function printTextCursor({ cursor, skip }: TextCursor): string {
  return `${skip} ${cursor ?? ''}`;
}

export function parseTextCursor(text: string | undefined): TextCursor {
  const [, skip = '0', cursor = ''] = /^(\d+) (.*)$/s.exec(text ?? '') ?? [];
  return { cursor: cursor === '' ? undefined : cursor, skip: Number(skip) };
}
