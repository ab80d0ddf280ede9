import { taskKey } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { optionOf } from '../../domain/taskUpdate.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import { jsonEquals } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { ListEdit } from './listEdit.ts';
import { markedComment, withoutComment, withoutWish, withStatus } from './markedComment.ts';
import type { ReadLine } from './readList.ts';
import type { ListDocument } from './refreshList.ts';
import type { ListedTask, TaskList } from './taskList.ts';

/** The result of one line's update. */
export interface SentLine {
  readonly ref: TaskRef;
  readonly update: TaskUpdate;
  /** One sentence for people. */
  readonly sentence: string;
  /**
   * `confirmed`: the task shows it, as in `after`. `overtaken`: the task shows what somebody else did
   * after it. `open`: sent, and not settled.
   */
  readonly became:
    | { readonly kind: 'confirmed' | 'overtaken'; readonly after: Snapshot }
    /** `now` is the task after a change by somebody else. */
    | { readonly kind: 'notApplied'; readonly now?: Task }
    | { readonly kind: 'open' };
}

/**
 * Writes outcomes into a document. The line of an update that was applied shows the new state of its
 * task and asks for nothing more. Any other line stays. A line that the person edited meanwhile is left alone.
 */
export function markSent(
  list: TaskList,
  { text, lines }: ListDocument,
  sent: readonly SentLine[],
): { readonly list: TaskList; readonly edits: readonly ListEdit[] } {
  const byLabel = new Map<string, SentLine>();
  const keys = new Map(sent.map((one) => [taskKey(one.ref), one]));
  const tasks = list.tasks.map((task) => {
    const one = keys.get(taskKey(task.base.ref));
    if (one === undefined) return task;
    byLabel.set(task.label, one);
    return afterSending(task, one);
  });
  const texts = text.split('\n');
  const edits = lines.flatMap((line): readonly ListEdit[] => {
    const one = line.task === undefined ? undefined : byLabel.get(line.task.label);
    if (one === undefined || !isAsSent(line, one)) return [];
    return [{ kind: 'replace', line: line.line, text: marked(texts[line.line] ?? '', line, one) }];
  });
  return { list: { ...list, tasks }, edits };
}

function marked(text: string, { parsed }: ReadLine, { became, sentence }: SentLine): string {
  const line =
    'after' in became
      ? withStatus(withoutWish(text, parsed), parsed, became.after.status)
      : withoutComment(text, parsed);
  return `${line.trimEnd()}  ${markedComment(parsed, { kind: became.kind, text: sentence })}`;
}

function afterSending(task: ListedTask, { became, update }: SentLine): ListedTask {
  if (became.kind === 'notApplied' && became.now !== undefined) return { ...task, now: became.now };
  if (!('after' in became)) return task;
  const { label } = task;
  const base = task.now ?? task.base;
  const { after } = became;
  const next: Task = {
    ...base,
    status: after.status,
    output: after.output,
    terminal: base.terminal || optionOf(base.options, update)?.endsTask === true,
    ...(after.updatedAt === undefined ? {} : { updatedAt: after.updatedAt }),
  };
  return { label, base: next };
}

function isAsSent({ update }: ReadLine, sent: SentLine): boolean {
  return update !== undefined && jsonEquals(asJson(update), asJson(sent.update));
}

function asJson(update: TaskUpdate): Json {
  return update as unknown as Json;
}
