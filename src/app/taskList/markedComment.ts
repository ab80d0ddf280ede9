import { writeToken } from './listToken.ts';
import type { ListLine } from './listLine.ts';

/** The signs that begin our own comments. A new comment of ours replaces the old one. */
const signs = { confirmed: '✓', overtaken: '↷', notApplied: '✗', open: '…' } as const;
export type MarkKind = keyof typeof signs;

const ours = /^\/\/ [✓↷✗…] /;

/** The line with another status. Its columns stay in place. */
export function withStatus(line: string, { status }: ListLine, word: string): string {
  const written = writeToken(word);
  const blanks = /^ */.exec(line.slice(status.end))?.[0].length ?? 0;
  const room = status.end - status.start + blanks;
  // At least one blank stays between the words.
  const isAlone = status.end === line.length;
  const padded = isAlone ? written : written.padEnd(Math.max(room, written.length + 1));
  return line.slice(0, status.start) + padded + line.slice(status.end + blanks);
}

/** The line without output, reason and comment, so that it is not sent again. */
export function withoutWish(line: string, { id }: ListLine): string {
  return id === undefined ? line : line.slice(0, id.end);
}

/** The line without any comment. */
export function withoutComment(line: string, { comment }: ListLine): string {
  return comment === undefined ? line : line.slice(0, comment.start);
}

/** Our new comment in place of the old one, with the person's own comment behind it. */
export function markedComment(
  line: ListLine,
  mark: { readonly kind: MarkKind; readonly text: string },
): string {
  // Two slashes behind a blank begin the person's own comment, so ours must not contain them.
  const text = mark.text.replace(/\s+/g, ' ').replaceAll(' //', ' /').trim();
  return `// ${signs[mark.kind]} ${text}  ${ownComment(line)}`.trimEnd();
}

/** The person's own part of the line's comment; empty without one. */
export function ownComment(line: ListLine): string {
  return commentsOf(line)
    .filter((comment) => !ours.test(comment))
    .join('  ');
}

/** Does the line say that it was sent and that its outcome is open? */
export function isMarkedOpen(line: ListLine): boolean {
  return commentsOf(line).some((comment) => comment.startsWith(`// ${signs.open} `));
}

function commentsOf({ comment }: ListLine): readonly string[] {
  return comment?.text.split(/(?<!\s)\s+(?=\/\/)/) ?? [];
}
