import type { ListEdit } from '../../../../src/app/taskList/listEdit.ts';

/** The text after the edits. */
export function applyEdits(text: string, edits: readonly ListEdit[]): string {
  const lines: (string | undefined)[] = text.split('\n');
  const added: string[] = [];
  for (const edit of edits) {
    if (edit.kind === 'append') added.push(...edit.lines);
    else lines[edit.line] = edit.kind === 'replace' ? edit.text : undefined;
  }
  const kept = lines.filter((line) => line !== undefined);
  if (added.length === 0) return kept.join('\n');
  const isEnded = kept.at(-1) === '';
  return [...(isEnded ? kept.slice(0, -1) : kept), ...added, ''].join('\n');
}
