import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { createOutputContent } from '../../../../src/host/outputDocument/outputContent.ts';
import { createOutputTasks } from '../../../../src/host/outputDocument/outputTasks.ts';
import { createBaseTasks } from '../../../../src/host/outputDocument/baseTasks.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';

/** The files and the memory that outlive a window. */
export function lasting() {
  const kept = new Map<string, string>();
  return {
    storage: createFakeStorage(),
    memory: {
      get: (key: string) => kept.get(key),
      update: async (key: string, value: string | undefined) =>
        void (value === undefined ? kept.delete(key) : kept.set(key, value)),
    },
  };
}

export function documentWorld({ storage, memory } = lasting()) {
  const clock = createFakeClock();
  const drafts = createDrafts({ storage, clock });
  const held: { task: Task | undefined; reads: number; error: Error | undefined } = {
    task: { ...fakeTask, output: { a: 1 } },
    reads: 0,
    error: undefined,
  };
  const store = {
    task: async () => {
      held.reads += 1;
      if (held.error !== undefined) throw held.error;
      return held.task;
    },
  };
  const connections = { find: () => fakeConnection };
  const tasks = createOutputTasks({ store, connections, baseTasks: createBaseTasks(memory) });
  const content = createOutputContent({ drafts, clock, tasks, connectionName: () => 'Local' });
  const path = {
    ref: fakeTask.ref,
    connectionName: 'Local',
    workflowName: 'loan',
    taskName: 'approve',
    kind: 'object',
  } as const;
  const read = async () => {
    const found = await content.read('k', path);
    return found === undefined ? undefined : new TextDecoder().decode(found.bytes);
  };
  return { clock, drafts, held, tasks, content, path, read };
}
