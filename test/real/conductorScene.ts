import { strict as assert } from 'node:assert';

import type { Answer, Engine } from '../../src/domain/engine.ts';
import type { ExecutionDetail, ExecutionNode } from '../../src/domain/execution.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskUpdate } from '../../src/domain/taskUpdate.ts';
import type { ConductorClient } from '../support/conductorClient.ts';
import { until } from '../support/until.ts';
import { lostRace } from './lostRace.ts';

/** A started workflow and the operations of a test on it, through the engine. */
export interface Scene {
  readonly execution: string;
  detail(): Promise<ExecutionDetail>;
  /** Waits for an open task with this reference name. */
  open(name: string): Promise<Task>;
  again(task: Task): Promise<Task>;
  /** Sends an update and asserts that the task then has an expected status. */
  apply(task: Task, update: TaskUpdate): Promise<Task>;
  send(task: Task, update: TaskUpdate): Promise<Answer>;
  /** Waits until the execution has this status. */
  reaches(status: string): Promise<ExecutionDetail>;
}

export interface World {
  readonly engine: Engine;
  readonly client: ConductorClient;
  readonly signal: AbortSignal;
  /** Makes a name unique to this run. */
  name(part: string): string;
  play(name: string, tasks: readonly object[]): Promise<Scene>;
}

export function createWorld(engine: Engine, client: ConductorClient, run: string): World {
  const { signal } = new AbortController();
  const name = (part: string) => `real_${run}_${part}`;
  return {
    engine,
    client,
    signal,
    name,
    async play(part, tasks) {
      await client.register(name(part), tasks);
      return createScene(engine, await client.start(name(part)), signal);
    },
  };
}

export function createScene(engine: Engine, execution: string, signal: AbortSignal): Scene {
  const detail = async () => {
    const found = await engine.readExecution?.(execution, signal);
    assert.ok(found);
    const { reason = '' } = found.execution;
    assert.doesNotMatch(reason, lostRace, reason);
    return found;
  };
  const again = async (task: Task) => {
    const found = await engine.readTask(task.ref, signal);
    assert.ok(found, `task ${task.name} is gone`);
    return found;
  };
  const send = (task: Task, update: TaskUpdate) => engine.send(task, update, signal);
  return {
    execution,
    detail,
    again,
    send,
    async open(name) {
      let seen: ExecutionDetail | undefined;
      return await until(
        () => `an open task ${name} in ${toText(seen)}`,
        async () => {
          seen = await detail();
          return tasksOf(seen.nodes).find((task) => task.name === name && !task.terminal);
        },
      );
    },
    async apply(task, update) {
      const answer = await send(task, update);
      assert.equal(answer.accepted, true, answer.said);
      const expected = engine.expects(task, update).map((expectation) => expectation.status);
      return await until(`${task.name} as ${expected.join(' or ')}`, async () => {
        const now = await again(task);
        return expected.includes(now.status) ? now : undefined;
      });
    },
    async reaches(status) {
      return await until(`the execution as ${status}`, async () => {
        const now = await detail();
        return now.execution.status === status ? now : undefined;
      });
    },
  };
}

function toText(detail: ExecutionDetail | undefined): string {
  if (detail === undefined) return 'an execution that was not read';
  const tasks = tasksOf(detail.nodes).map((task) => `${task.name} ${task.status}`);
  return `${detail.execution.status}: ${tasks.join(', ')}`;
}

export function tasksOf(nodes: readonly ExecutionNode[]): readonly Task[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'task' ? [...node.attempts, node.task] : []),
    ...tasksOf(node.children),
  ]);
}
