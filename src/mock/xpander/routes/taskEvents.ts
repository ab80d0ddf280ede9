import { isoTime } from '../isoTime.ts';
import { isTerminal, type TaskRun } from '../model.ts';
import { taskBody } from '../taskBody.ts';

/**
 * The event stream of a task, as far as a mock without timers has one: how the task stands, then
 * the end. A client that wants more connects again, as it does where a real stream breaks.
 */
export function taskEvents(task: TaskRun, organization: string, now: number): Response {
  const event = {
    type: isTerminal(task.status) ? 'task_finished' : 'task_updated',
    task_id: task.id,
    organization_id: organization,
    time: isoTime(now),
    data: taskBody(task, organization),
  };
  return new Response(`data: ${JSON.stringify(event)}\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  });
}
