import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Composition } from '../compose/composition.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import type { Sender } from '../send/sender.ts';
import { offeredTask } from '../words/offeredTask.ts';

/** What a person can do with one task, for triage and links. */
export interface TaskActions extends Pick<Sender, 'sendRole' | 'sendWritten'> {
  /** With what its connection lets a person send. */
  offered(task: Task): Task;
  editOutput(task: Task): Promise<void>;
  update(task: Task): Promise<void>;
  show(task: Task): Promise<void>;
  /** While the keyboard stays where it is. */
  peek(task: Task): Promise<void>;
  /** Two texts about the task called `name`, as a difference; `what` says what they are. */
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
