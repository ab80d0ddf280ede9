import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Composition } from '../compose/composition.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import type { Sender } from '../send/sender.ts';
import { offeredTask } from '../words/offeredTask.ts';

/** The actions on one task that triage and links use. */
export interface TaskActions extends Pick<Sender, 'sendRole' | 'sendWritten'> {
  /** The task as its connection allows it. */
  offered(task: Task): Task;
  editOutput(task: Task): Promise<void>;
  update(task: Task): Promise<void>;
  show(task: Task): Promise<void>;
  /** Shows the task without moving the keyboard focus. */
  peek(task: Task): Promise<void>;
  /** Shows two texts about a task as a diff; `what` names them in the title. */
  compare(name: string, texts: readonly [string, string], what: string): Promise<void>;
}

interface ActionParts {
  readonly sender: Sender;
  readonly documents: Pick<OutputDocuments, 'open'>;
  readonly viewers: Pick<Viewers, 'showTask' | 'peekTask' | 'showTexts'>;
  compose(task: Task, prefill: Composition): Promise<void>;
}

export function createTaskActions(
  { connections }: Pick<AppParts, 'connections'>,
  { sender, documents, viewers, compose }: ActionParts,
): TaskActions {
  return {
    ...sender,
    offered: (task) => offeredTask(task, connections.find(task.ref.connection)),
    editOutput: (task) => documents.open(task),
    update: (task) => compose(task, {}),
    show: (task) => viewers.showTask(task),
    peek: (task) => viewers.peekTask(task),
    compare: viewers.showTexts,
  };
}
