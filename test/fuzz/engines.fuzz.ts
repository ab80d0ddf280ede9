import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Engine } from '../../src/domain/engine.ts';
import { isEngineError } from '../../src/domain/engineError.ts';
import { isoTime } from '../../src/domain/isoTime.ts';
import { stringifyJson } from '../../src/domain/json.ts';
import { describeKey } from '../../src/host/outputLanguage/describeKey.ts';
import { keysAt, knowledgeOf } from '../../src/host/outputLanguage/knowledge.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import { changed, changes } from './arbitraries/mutated.ts';
import { jsonText } from './arbitraries/oddJson.ts';
import { garbled, oddText } from './arbitraries/oddText.ts';
import { fuzzAsync } from './fuzz.ts';
import { recorded, replayed } from './recordedEngine.ts';
import type { EngineName, Recording } from './recordedEngine.ts';
import { showExecution, showTasks } from './showTask.ts';

interface Operation {
  readonly engine: EngineName;
  readonly what: string;
  readonly run: (engine: Engine) => Promise<void>;
}

const { signal } = new AbortController();
const page = { size: 20 };

async function listWorkflows(engine: Engine): Promise<void> {
  const { items, next } = await engine.listWorkflows(page, signal);
  for (const { id, name, versions, updatedAt } of items) {
    assert.ok([id, name, ...versions].every((text) => typeof text === 'string'));
    if (updatedAt !== undefined) assert.ok(isoTime(updatedAt) !== '');
  }
  if (next !== undefined) await engine.listWorkflows({ ...page, cursor: next }, signal);
}

function listExecutions(workflow: string, text = '') {
  return async (engine: Engine) => {
    for (let cursor: string | undefined, round = 0; round < 3; round += 1) {
      const asked = { size: 3, ...(cursor === undefined ? {} : { cursor }) };
      const found = await engine.listExecutions?.({ workflow, text }, asked, signal);
      for (const execution of found?.items ?? []) showExecution(execution, []);
      cursor = found?.next;
      if (cursor === undefined) break;
    }
  };
}

function readExecution(id: string) {
  return async (engine: Engine) => {
    const detail = await engine.readExecution?.(id, signal);
    if (detail !== undefined) showExecution(detail.execution, detail.nodes);
  };
}

function readTask(ref: TaskRef) {
  return async (engine: Engine) => {
    const task = await engine.readTask(ref, signal);
    if (task !== undefined) showTasks([task]);
  };
}

function readHints(task: Task) {
  return async (engine: Engine) => {
    const hints = await engine.outputHints?.(task, signal);
    if (hints === undefined) return;
    const knowledge = knowledgeOf(task, hints);
    for (const key of keysAt(knowledge, [])) describeKey(key, 0);
  };
}

async function listWaiting(engine: Engine): Promise<void> {
  showTasks((await engine.listWaiting?.(5, signal))?.tasks ?? []);
}

/** What each engine has in the demo, found by asking the mock once. */
async function operationsOf(engine: EngineName): Promise<readonly Operation[]> {
  const found: Operation[] = [];
  const add = (what: string, run: Operation['run']) => found.push({ engine, what, run });
  await recorded(engine, async (server) => {
    const { items } = await server.listWorkflows(page, signal);
    add('workflows', listWorkflows);
    add('connection test', async (one) => void (await one.test(signal)));
    if (server.listWaiting !== undefined) add('waiting tasks', listWaiting);
    for (const { id: workflow } of items.slice(0, 3)) {
      if (server.listTasks !== undefined) {
        add('tasks', async (one) => {
          const all = await one.listTasks?.({ workflow }, page, signal);
          showTasks(all?.items ?? []);
        });
        const [task] = (await server.listTasks({ workflow }, page, signal)).items;
        if (task !== undefined) {
          add('task', readTask(task.ref));
          add('child tasks', async (one) =>
            showTasks((await one.listChildTasks?.(task.ref, signal))?.tasks ?? []),
          );
          add('hints', readHints(task));
        }
      }
      if (server.readExecution === undefined) continue;
      add('executions', listExecutions(workflow));
      add('search', listExecutions(workflow, 'a'));
      const listed = await server.listExecutions?.({ workflow }, page, signal);
      for (const { id } of listed?.items.slice(0, 2) ?? []) {
        add('execution', readExecution(id));
        const { nodes } = await server.readExecution(id, signal);
        const [node] = nodes;
        if (node?.kind !== 'task') continue;
        add('task', readTask(node.task.ref));
        add('hints', readHints(node.task));
      }
    }
  });
  return found;
}

interface Recorded extends Operation {
  readonly recording: Recording;
}

async function recordedOf(engine: EngineName): Promise<readonly Recorded[]> {
  const operations = await operationsOf(engine);
  return Promise.all(
    operations.map(async (one) => ({ ...one, recording: await recorded(engine, one.run) })),
  );
}

async function fuzzOf(engine: EngineName) {
  const all = await recordedOf(engine);
  const inputs = fc.record({
    operation: fc.nat(all.length - 1),
    nth: fc.nat(20),
    change: fc.oneof(
      { weight: 8, arbitrary: changes(4).map((some) => ({ some })) },
      { weight: 1, arbitrary: fc.oneof(jsonText, oddText).map((text) => ({ text })) },
      { weight: 1, arbitrary: garbled(['\0']).map((end) => ({ end })) },
    ),
  });
  return fuzzAsync(
    `${engine}: odd answers are shown, or told in one sentence`,
    inputs,
    async ({ operation, nth, change }) => {
      const { run, recording, what } = all[operation] as Recorded;
      const answers = [...recording];
      const [key, answer] = answers[nth % answers.length] ?? ['', undefined];
      const before = answer?.text ?? '';
      const text =
        'text' in change
          ? change.text
          : 'end' in change
            ? before + change.end
            : oddOf(before, change.some);
      try {
        await run(replayed(engine, recording, [key, text]));
      } catch (error) {
        assert.ok(
          isEngineError(error),
          `${what}: ${String((error as Error).stack)}\n${key}\n${text.slice(0, 3_000)}`,
        );
        assert.match(error.message, /^[^\n]{10,1000}$/s);
        if (/unexpected shape/.test(error.message)) assert.match(error.message, /(?: at|:) .+\.$/s);
      }
      assert.deepEqual(Object.keys(Object.prototype), []);
    },
  );
}

function oddOf(text: string, some: Parameters<typeof changed>[1]): string {
  try {
    return stringifyJson(changed(text, some));
  } catch {
    // A version or an id is plain text.
    return text + stringifyJson(some[0]?.value ?? '');
  }
}

export const engines = await Promise.all([
  fuzzOf('conductor'),
  fuzzOf('cognite'),
  fuzzOf('xpander'),
]);
