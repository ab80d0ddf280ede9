import type { ExecutionNode } from '../../../domain/execution.ts';
import type { Task, TaskRef } from '../../../domain/task.ts';
import { flatNodes, type TaskNode, taskNodes } from './taskNodes.ts';
import type { DetailsRecord } from '../wire/records.ts';
import { isThrough, notStartedText } from './whyUnavailable.ts';
import { futureId, isFutureId, type Reading, toFutureTask, toTask } from './toTask.ts';

export interface DetailsReading extends Reading {
  readonly execution: DetailsRecord;
}

/** An execution's tasks as a tree, with earlier attempts and children below their task. */
export function executionNodes(reading: DetailsReading): readonly ExecutionNode[] {
  const nodes = taskNodes(reading.execution);
  return nodes.map((node) => nodeOf(reading, node, nodes));
}

/** The newest attempt of every task of an execution. */
export function currentTasks(reading: DetailsReading): readonly Task[] {
  const nodes = taskNodes(reading.execution);
  return flatNodes(nodes).map((node) => currentTask(reading, node, siblingNodes(nodes, node)));
}

/**
 * One task of an execution, current or earlier attempt. A task that had not started when the ref
 * was made is found after its start too. Undefined where the execution has no such task.
 */
export function findTask(reading: DetailsReading, ref: TaskRef): Task | undefined {
  const nodes = taskNodes(reading.execution);
  for (const node of flatNodes(nodes)) {
    if (isFutureId(ref.task)) {
      if (futureId(node) !== ref.task) continue;
      return currentTask(reading, node, siblingNodes(nodes, node));
    }
    const record = node.attempts.find((attempt) => attempt.id === ref.task);
    if (record !== undefined) return toTask(reading, node, record);
  }
  return undefined;
}

function nodeOf(
  reading: DetailsReading,
  node: TaskNode,
  siblings: readonly TaskNode[],
): ExecutionNode {
  return {
    kind: 'task',
    task: currentTask(reading, node, siblings),
    attempts: node.attempts.slice(0, -1).map((attempt) => toTask(reading, node, attempt)),
    children: node.children.map((child) => nodeOf(reading, child, node.children)),
  };
}

function currentTask(reading: DetailsReading, node: TaskNode, siblings: readonly TaskNode[]): Task {
  const newest = node.attempts.at(-1);
  if (newest !== undefined) return toTask(reading, node, newest);
  const definition = node.definition;
  if (definition === undefined) throw new Error('a node has attempts or a definition');
  const isDone = (id: string) => isThrough(siblings.find((other) => other.externalId === id));
  const why = notStartedText(definition, reading.execution, isDone);
  return toFutureTask(reading, node, definition, why);
}

function siblingNodes(nodes: readonly TaskNode[], node: TaskNode): readonly TaskNode[] {
  if (nodes.includes(node)) return nodes;
  return flatNodes(nodes).find((parent) => parent.children.includes(node))?.children ?? [];
}
