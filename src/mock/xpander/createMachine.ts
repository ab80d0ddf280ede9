import type { Machine } from './machine.ts';
import type { World } from './world.ts';
import { isTerminal, type TaskRun } from './model.ts';
import { newTask } from './newTask.ts';
import { patchTask } from './patchTask.ts';
import { pickUpMs, setStatus, takeStep, notifyParent } from './takeStep.ts';
import { requireAgent, requireTask } from './store.ts';

/** The state machine of xpander.ai. Its time moves on only when `settle` is called. */
export function createMachine(world: World): Machine {
  const { store, clock, random } = world;

  return {
    ...world,

    settle() {
      const now = clock.now();
      for (let due = firstDue(store.held(), now); due !== undefined;) {
        const { task, at } = due;
        clock.pinned(at, () => takeStep(world, task));
        due = firstDue(store.held(), now);
      }
    },

    start({ id, ...start }) {
      const now = clock.now();
      const known = id === undefined ? undefined : store.findTask(id);
      const isWorkflow = requireAgent(store, start.agent).type === 'orchestration';
      const task = known ?? newTask({ ...start, isWorkflow, id: id ?? random.uuid(), at: now });
      if (known === undefined) {
        store.addTask(task);
        if (task.parent !== null) store.findTask(task.parent)?.children.push(task.id);
      } else {
        // Another turn of the same thread.
        task.more['input'] = { text: start.text, files: [], user: task.user };
        task.result = null;
        setStatus(world, task, 'pending');
      }
      task.next = { kind: 'start', at: now + pickUpMs };
      return task;
    },

    patch(id, body) {
      const task = requireTask(store, id);
      patchTask(world, task, { ...body });
      return task;
    },

    stop(id) {
      const task = requireTask(store, id);
      if (isTerminal(task.status)) return task;
      task.next = null;
      task.isManuallyStopped = true;
      setStatus(world, task, 'stopped');
      notifyParent(world, task);
      return task;
    },

    remove(id) {
      for (const child of requireTask(store, id).children) {
        if (store.findTask(child) !== undefined) this.remove(child);
      }
      store.removeTask(id);
    },
  };
}

function firstDue(
  tasks: Iterable<TaskRun>,
  now: number,
): { readonly task: TaskRun; readonly at: number } | undefined {
  let first: { readonly task: TaskRun; readonly at: number } | undefined;
  for (const task of tasks) {
    const { next } = task;
    if (next === null || next.kind === 'child' || next.at > now) continue;
    if (first === undefined || next.at < first.at) first = { task, at: next.at };
  }
  return first;
}
