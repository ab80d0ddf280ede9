import type { Columns, ListNames } from './listText.ts';
import type { TaskList } from './taskList.ts';

const titles = ['task', 'workflow', 'connection'];

/** What a document says about itself: comments, which change nothing. */
export function headerLines(list: TaskList, names: ListNames, columns: Columns): readonly string[] {
  const example = '{"approved": true}';
  return [
    firstLine(list, names),
    `// Type another status word (complete and fail work everywhere), or an output behind the #id, or both.`,
    `// An output is JSON, a text result stands in quotes: ${example}  "done"  reason: "by phone". Hover shows what is there.`,
    '// Lines left alone, deleted or commented out change nothing. Saving keeps the list; Review and Send sends.',
    columnLine(columns),
  ];
}

/** The line that a reading renews. */
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
