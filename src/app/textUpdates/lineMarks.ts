import { writeToken } from './listToken.ts';
import type { ListLine } from './listLine.ts';

/** The signs that begin a comment of ours, which the next one replaces. */
const signs = { confirmed: '✓', notApplied: '✗', open: '…' } as const;
export type MarkKind = keyof typeof signs;

const ours = /^\/\/ [✓✗…] /;

/** The line with its status word changed and its columns where they were. */
export function withStatus(line: string, { status }: ListLine, word: string): string {
  const written = writeToken(word);
  const blanks = /^ */.exec(line.slice(status.end))?.[0].length ?? 0;
  const room = status.end - status.start + blanks;
  // At least one blank stays between the words.
  const padded = blanks === 0 ? written : written.padEnd(Math.max(room, written.length + 1));
  return line.slice(0, status.start) + padded + line.slice(status.end + blanks);
}

/** The line without output and reason: what was sent is not to be sent again. */
export function withoutWish(line: string, { id }: ListLine): string {
  return id === undefined ? line : line.slice(0, id.end);
}

/** The line with a comment of ours at its end; the person's own comment stays. */
export function withMark(
  line: string,
  { comment }: ListLine,
  mark: { readonly kind: MarkKind; readonly text: string },
): string {
  const isOurs = comment !== undefined && ours.test(comment.text);
  const bare = isOurs ? line.slice(0, comment.start) : line;
  const text = mark.text.replace(/\s+/g, ' ').trim();
  return `${bare.trimEnd()}  // ${signs[mark.kind]} ${text}`;
}

/** The person's own comment; undefined where there is none, or only one of ours. */
export function ownComment({ comment }: ListLine): string | undefined {
  return comment === undefined || ours.test(comment.text) ? undefined : comment.text;
}

/** Does the line say that it was sent, and that it is open what became of it? */
export function isMarkedOpen({ comment }: ListLine): boolean {
  return comment !== undefined && comment.text.startsWith(`// ${signs.open} `);
}
