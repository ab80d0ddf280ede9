import type { Columns, ListNames } from './columnsOf.ts';
import type { TaskList } from './taskList.ts';

const titles = ['task', 'workflow', 'execution', 'connection'];

/** The head of a document: comments that explain it. */
export function headerLines(list: TaskList, names: ListNames, columns: Columns): readonly string[] {
  return [
    firstLine(list, names),
    '// Write another status, an output behind the #id, or both:',
    '//   complete  name  #id  {"approved": true}  reason: "by phone"',
    '// complete and fail work everywhere; a text result is written as "done".',
    '// Lines left alone, deleted or commented out change nothing.',
    '// Only Review and Send sends.',
    columnLine(columns),
  ];
}

/** The first line. Every refresh replaces it. */
export function firstLine(list: TaskList, names: ListNames): string {
  const there = list.tasks.filter(({ isGone }) => isGone !== true).length;
  const count = there === 1 ? '1 task' : `${there} tasks`;
  const notice = list.notice === undefined ? '' : ` ${list.notice}`;
  return `// ${list.title}: ${count}, read ${names.momentText(list.readAt)}.${notice}`.replace(
    /\s+/g,
    ' ',
  );
}

function columnLine({ status, middle }: Columns): string {
  const cells = [
    '// status'.padEnd(status),
    ...middle.map((width, index) => (titles[index] ?? '').padEnd(width)),
    '#id  output',
  ];
  return cells.join('  ');
}
