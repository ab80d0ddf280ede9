import type { Machine, NewStart } from './machine.ts';
import type { World } from './world.ts';
import { isTerminal, type Agent, type Next, type TaskRun, type Wire } from './model.ts';
import { newTask } from './newTask.ts';
import { nodeOf } from './nodeAfter.ts';
import { patchTask } from './patchTask.ts';
import { setStatus } from './setStatus.ts';
import { pickUpMs, takeStep, notifyParent } from './takeStep.ts';
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
        clock.pinned(at, () => {
          takeStep(world, task);
          world.watchers.notify();
        });
        due = firstDue(store.held(), now);
      }
    },

    start({ id, runsLocally = false, ...start }) {
      const now = clock.now();
      const known = id === undefined ? undefined : store.findTask(id);
      const isWorkflow = requireAgent(store, start.agent).type === 'orchestration';
      const task = known ?? newTask({ ...start, isWorkflow, id: id ?? random.uuid(), at: now });
      if (known === undefined) {
        store.addTask(task);
        if (task.parent !== null) store.findTask(task.parent)?.children.push(task.id);
      } else {
        anotherTurn(world, task, start);
      }
      task.next = runsLocally ? null : nextOf(store.findAgent(task.agent), start, now + pickUpMs);
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

/** Another turn of the same thread: the record shows the newest. */
function anotherTurn(world: World, task: TaskRun, { input, title, more }: NewStart): void {
  Object.assign(task.more, more, { input });
  if (typeof title === 'string') task.more['title'] = title;
  task.result = null;
  task.cursor = null;
  task.isManuallyStopped = false;
  setStatus(world, task, 'pending');
}

/** A caller may name the node where a run resumes, as the platform does after a self_schedule. */
function nextOf(agent: Agent | undefined, { more }: NewStart, at: number): Next {
  const extension = more?.['payload_extension'] as Wire | undefined;
  const node = extension?.['workflow_next_node'];
  const isKnown = typeof node === 'string' && agent !== undefined && nodeOf(agent, node);
  return isKnown ? { kind: 'resume', at, node } : { kind: 'start', at };
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
