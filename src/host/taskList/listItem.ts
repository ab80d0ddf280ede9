import { writeQuoted, writeToken } from '../../app/taskList/listToken.ts';
import type { ListLine } from '../../app/taskList/listLine.ts';
import { latestOf } from '../../app/taskList/taskList.ts';
import type { ListedTask } from '../../app/taskList/taskList.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import { statusChoices } from '../words/statusChoices.ts';

/** A completion item for a part of a line. */
export interface ListItem {
  readonly kind: 'status' | 'tail';
  readonly label: string;
  /** Short, beside the label. */
  readonly note?: string;
  readonly effect: string;
  /** The inserted text: plain for a status, else a snippet. */
  readonly text: string;
  readonly order: string;
  /** The text that VS Code filters by instead of the label. */
  readonly filter?: string;
}

// A longer value is better edited in a document of its own.
const mostPresent = 500;

/** The statuses that the engine allows for this task, with their effects. */
export function statusItems(task: ListedTask, typed: string): readonly ListItem[] {
  const latest = latestOf(task);
  // On an unchanged line, the present status must not filter out all others.
  const isUntouched = typed === task.base.status;
  return statusChoices(latest.options).legal.map(({ status, role, effect }, index) => ({
    kind: 'status',
    label: status,
    ...(role === undefined ? {} : { note: role }),
    effect,
    text: writeToken(status),
    order: String(index).padStart(3, '0'),
    ...(isUntouched ? { filter: typed } : {}),
  }));
}

/** The parts that may still be added after the id. */
export function tailItems(task: ListedTask, line: ListLine): readonly ListItem[] {
  const latest = latestOf(task);
  return [
    ...(line.output === undefined ? outputItems(latest) : []),
    ...(line.reason === undefined && latest.options.reasonLimit !== undefined ? [reasonItem] : []),
  ];
}

const reasonItem: ListItem = {
  kind: 'tail',
  label: 'reason: "…"',
  effect: 'Why, for people; the engine keeps it.',
  text: 'reason: "$0"',
  order: '9',
};

function outputItems({ output, options }: Task): readonly ListItem[] {
  const option = options.output;
  if (option === undefined) return [];
  const isText = option.kind === 'text';
  const keys = (option.knownKeys ?? []).map(
    (key, index) => `${escaped(writeQuoted(key))}: $${index + 1}`,
  );
  const present = presentText(output);
  return [
    {
      kind: 'tail',
      label: isText ? '"…"' : '{…}',
      note: isText ? 'result' : 'output',
      effect: isText ? 'A text in double quotes.' : 'A JSON object.',
      text: isText ? '"$0"' : `{${keys.length === 0 ? '"$1": $0' : keys.join(', ')}}`,
      order: '1',
    },
    ...(present === undefined
      ? []
      : [
          {
            kind: 'tail',
            label: present.length > 40 ? `${present.slice(0, 40)}…` : present,
            note: 'as it is now',
            effect: 'What the engine holds, to be changed.',
            text: escaped(present),
            order: '2',
          } as const,
        ]),
  ];
}

function presentText(output: Task['output']): string | undefined {
  if (output === undefined || output === '') return undefined;
  const text = typeof output === 'string' ? writeQuoted(output) : stringifyJson(output);
  return text === '{}' || text.length > mostPresent ? undefined : text;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}
