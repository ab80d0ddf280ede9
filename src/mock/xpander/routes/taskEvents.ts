import { isoTime } from '../isoTime.ts';
import { isTerminal, type TaskRun } from '../model.ts';
import { taskBody } from '../taskBody.ts';

/**
 * The event stream of a task: its present status, then the end, since the mock has no timers. A
 * client that wants more connects again, as after a broken stream.
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
