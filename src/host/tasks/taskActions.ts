import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Task } from '../../domain/task.ts';
import { offeredTask } from '../words/offeredTask.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { sendRole } from '../send/sendRole.ts';
import { submit } from '../send/submit.ts';
import type { Submission } from '../send/submit.ts';
import type { Entrance, UpdateContext } from '../send/updateContext.ts';
import { updateTask } from './updateTask.ts';

/** What can be done to one task, for features of the second bundle: they share nothing else. */
export interface TaskActions {
  /** With what its connection lets a person send. */
  offered(task: Task): Task;
  /** ✓ and ✗. */
  sendRole(
    role: 'complete' | 'fail',
    task: Task,
    entrance: Entrance,
  ): Promise<Submitted | undefined>;
  submit(job: Submission): Promise<Submitted>;
  editOutput(task: Task): Promise<void>;
  update(task: Task): Promise<void>;
  show(task: Task): Promise<void>;
  /** While the keyboard stays where it is. */
  peek(task: Task): Promise<void>;
  /** Two texts about what has that name, as a difference; `what` says what they are. */
  compare(name: string, texts: readonly [string, string], what: string): Promise<void>;
}

export function createTaskActions(context: UpdateContext, documents: OutputDocuments): TaskActions {
  const { connections, views } = context;
  return {
    offered: (task) => offeredTask(task, connections.find(task.ref.connection)),
    sendRole: (role, task, entrance) => sendRole(context, role, task, entrance),
    submit: (job) => submit(context, job),
    editOutput: (task) => documents.open(task),
    update: (task) => updateTask(context, documents, task),
    show: (task) => views.showTask(task),
    peek: (task) => views.peekTask(task),
    compare: views.showTexts,
  };
}
