import { writeQuoted, writeToken } from '../../app/taskList/listToken.ts';
import type { ListLine } from '../../app/taskList/listLine.ts';
import { latestOf } from '../../app/taskList/taskList.ts';
import type { ListedTask } from '../../app/taskList/taskList.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import { statusChoices } from '../words/statusChoices.ts';

/** Something that may be written at a place of a line. */
export interface ListItem {
  readonly kind: 'status' | 'tail';
  readonly label: string;
  /** Short, beside the label. */
  readonly note?: string;
  /** What it brings about. */
  readonly effect: string;
  /** What is inserted: plain for a status, a snippet otherwise. */
  readonly text: string;
  readonly order: string;
  /** What is typed is compared with this instead of the label. */
  readonly filter?: string;
}

// A longer value is better edited in a document of its own.
const mostPresent = 500;

/** The statuses that the engine allows for this very task, and what each brings about. */
export function statusItems(task: ListedTask, typed: string): readonly ListItem[] {
  const latest = latestOf(task);
  // On an untouched line the word that stands there must not hide all others.
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

/** What may stand behind the id, as far as it does not yet. */
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
