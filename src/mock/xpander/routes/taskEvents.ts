import { isoTime } from '../isoTime.ts';
import type { Machine } from '../machine.ts';
import { isTerminal, type TaskRun } from '../model.ts';
import { taskBody } from '../taskBody.ts';
import { watchChanges } from '../watchChanges.ts';

/**
 * The event stream of a task: its present state, then every change until the task is over, and what
 * a worker pushes in between.
 * @param first the type of the first event; `task_created` after an invocation
 */
export function taskEvents(machine: Machine, task: TaskRun, first = 'task_updated'): Response {
  let stop = () => {};
  let sent = '';
  let type = first;
  let pushed = task.pushed.length;

  /** The events that are new since the last call. */
  function newEvents(): readonly unknown[] {
    const events: unknown[] = task.pushed.slice(pushed);
    pushed = task.pushed.length;
    const data = taskBody(task, machine.organization);
    if (JSON.stringify(data) === sent) return events;
    sent = JSON.stringify(data);
    const event = {
      type: isTerminal(task.status) ? 'task_finished' : type,
      task_id: task.id,
      organization_id: machine.organization,
      time: isoTime(machine.clock.now()),
      data,
    };
    type = 'task_updated';
    return [...events, event];
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const look = () => {
        for (const event of newEvents()) {
          controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
        }
        if (!isOver(machine, task)) return;
        stop();
        controller.close();
      };
      stop = watchChanges(machine, look);
      look();
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** Resolves when the task is over or was deleted, or when nobody waits any longer. */
export async function untilOver(
  machine: Machine,
  task: TaskRun,
  { signal }: Request,
): Promise<TaskRun> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    const look = () => {
      if (isOver(machine, task)) resolve();
    };
    stop = watchChanges(machine, look);
    signal.addEventListener('abort', () => resolve());
    look();
  });
  stop();
  return task;
}

function isOver({ store }: Machine, task: TaskRun): boolean {
  return isTerminal(task.status) || store.findTask(task.id) === undefined;
}
