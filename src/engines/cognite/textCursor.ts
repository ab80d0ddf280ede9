/** Where a search through pages goes on: within a page that was not looked through to its end. */
export interface TextCursor {
  /** The server's cursor of that page; absent for the first one. */
  readonly cursor: string | undefined;
  /** How many of its items were looked at. */
  readonly skip: number;
}

export function printTextCursor({ cursor, skip }: TextCursor): string {
  return `${skip} ${cursor ?? ''}`;
}

export function parseTextCursor(text: string | undefined): TextCursor {
  const [, skip = '0', cursor = ''] = /^(\d+) (.*)$/s.exec(text ?? '') ?? [];
  return { cursor: cursor === '' ? undefined : cursor, skip: Number(skip) };
}
