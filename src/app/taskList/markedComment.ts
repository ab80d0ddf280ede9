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

/** The line without output, reason and comment: what was sent is not to be sent again. */
export function withoutWish(line: string, { id }: ListLine): string {
  return id === undefined ? line : line.slice(0, id.end);
}

/** The line without any comment. */
export function withoutComment(line: string, { comment }: ListLine): string {
  return comment === undefined ? line : line.slice(0, comment.start);
}

/** A comment of ours in place of the last one, and the person's own behind it. */
export function markedComment(
  line: ListLine,
  mark: { readonly kind: MarkKind; readonly text: string },
): string {
  // With two slashes behind a blank the person's own begins.
  const text = mark.text.replace(/\s+/g, ' ').replaceAll(' //', ' /').trim();
  return `// ${signs[mark.kind]} ${text}  ${ownComment(line)}`.trimEnd();
}

/** What the person wrote into the line's comment; empty where there is none, or only ours. */
export function ownComment(line: ListLine): string {
  return commentsOf(line)
    .filter((comment) => !ours.test(comment))
    .join('  ');
}

/** Does the line say that it was sent, and that it is open what became of it? */
export function isMarkedOpen(line: ListLine): boolean {
  return commentsOf(line).some((comment) => comment.startsWith(`// ${signs.open} `));
}

function commentsOf({ comment }: ListLine): readonly string[] {
  return comment?.text.split(/\s+(?=\/\/)/) ?? [];
}
