import assert from 'node:assert/strict';
import { listText } from '../../src/app/taskList/listText.ts';
import { readList } from '../../src/app/taskList/readList.ts';
import { labelTasks } from '../../src/app/taskList/labelTasks.ts';
import type { Execution, ExecutionNode } from '../../src/domain/execution.ts';
import { isoTime } from '../../src/domain/isoTime.ts';
import { stringifyJson } from '../../src/domain/json.ts';
import type { Json } from '../../src/domain/json.ts';
import { snapshotOf } from '../../src/domain/snapshot.ts';
import { taskKey, taskStates } from '../../src/domain/task.ts';
import type { Task } from '../../src/domain/task.ts';
import { formatOutput } from '../../src/app/output/formatOutput.ts';
import { executionText, taskText } from '../../src/host/words/taskText.ts';
import { taskTooltipLines } from '../../src/host/words/taskTooltipLines.ts';
import { names } from '../unit/app/taskList/sampleList.ts';
import { fakeConnection } from '../support/fakeTask.ts';

/** Shows tasks in every way that a person may ask for. Throws where one cannot be shown. */
export function showTasks(tasks: readonly Task[]): void {
  for (const task of tasks) showTask(task);
  const list = {
    id: 'l',
    title: 'Tasks',
    source: { kind: 'waiting' },
    readAt: 0,
    tasks: labelTasks(tasks),
  } as const;
  const lines = readList(listText(list, names), list, () => fakeConnection);
  assert.ok(lines.every(({ update }) => update === undefined));
  assert.equal(lines.length, tasks.length);
}

function showTask(task: Task): void {
  for (const text of [task.name, task.status, task.type, ...Object.values(task.ref)]) {
    assert.equal(typeof text, 'string');
  }
  assert.ok(taskStates.includes(task.state));
  for (const at of [task.scheduledAt, task.startedAt, task.endedAt, task.updatedAt]) {
    if (at !== undefined) assert.ok(Number.isFinite(at) && isoTime(at) !== '', String(at));
  }
  assert.ok(Number.isFinite(task.attempt), String(task.attempt));
  taskKey(task.ref);
  taskText(task);
  taskTooltipLines(task, 0);
  formatOutput(task.output);
  stringifyJson(snapshotOf(task) as unknown as Json);
}

export function showExecution(execution: Execution, nodes: readonly ExecutionNode[]): void {
  executionText({ execution, nodes });
  showTasks(tasksOf(nodes));
}

function tasksOf(nodes: readonly ExecutionNode[]): readonly Task[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'task' ? [node.task, ...node.attempts] : []),
    ...tasksOf(node.children),
  ]);
}
