import { jsonEquals } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { keepDraft, keepWritten } from '../compose/keepDraft.ts';
import { composeUpdate } from '../compose/composeUpdate.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import type { Sender } from '../send/sender.ts';
import { offeredTask } from '../words/offeredTask.ts';

/** How Update Task… starts. */
export interface UpdateStart {
  /** Undefined asks the person for one. */
  readonly task: Task | undefined;
  /** The initial content of the wizard. A draft takes precedence. */
  readonly prefill?: Composition;
}

type Documents = Pick<OutputDocuments, 'open'>;

/** Update Task…: picks a task if none is given, runs the wizard and sends the update. */
export async function updateTask(
  app: AppParts,
  sender: Sender,
  documents: Documents,
  start: UpdateStart,
): Promise<void> {
  for (;;) {
    const task =
      start.task ?? (await pickTask(app, 'Update Task', ({ options }) => options.unavailable));
    if (task === undefined) return;
    const offered = offeredTask(task, app.connections.find(task.ref.connection));
    const isDone = await updateOne(app, sender, documents, {
      task: offered,
      isPicked: start.task === undefined,
      prefill: start.prefill,
    });
    if (isDone) return;
  }
}

interface Begin {
  readonly task: Task;
  readonly isPicked: boolean;
  readonly prefill: Composition | undefined;
}

/** False when the person went back to pick another task. */
async function updateOne(
  app: AppParts,
  sender: Sender,
  documents: Documents,
  { task, isPicked, prefill }: Begin,
): Promise<boolean> {
  if (task.options.unavailable !== undefined) {
    sender.tellInvalid(task, [{ message: task.options.unavailable }]);
    return true;
  }
  const draft = await app.drafts.read(task.ref);
  const begun = begunWith(fromDraft(draft), prefill);
  const keeper = createDraftKeeper(app, task, draft);
  const { kind, composition } = await composeUpdate(task, begun, {
    canGoBack: isPicked,
    keep: keeper.keep,
  });
  await keeper.done();
  if (kind === 'send' || kind === 'review') {
    const entrance = isPicked ? 'palette' : 'view';
    const standing = await app.drafts.read(task.ref);
    const review = kind === 'review';
    await sender.sendWritten({ task, composition, entrance, draft: standing, review });
    return true;
  }
  // A document needs the picked status in the draft. Leaving does not.
  const keep = kind === 'document' ? keepDraft : keepWritten;
  if (!isSame(begun, composition)) await keep(app, task, composition);
  if (kind === 'document') await documents.open(task);
  return kind !== 'back';
}

// Typed text takes precedence over the prefill. A status is only picked.
function begunWith(draft: Composition, prefill: Composition = {}): Composition {
  const { status = draft.status } = prefill;
  return { ...prefill, ...draft, ...(status === undefined ? {} : { status }) };
}

function isSame(a: Composition, b: Composition): boolean {
  const words = ['status', 'text', 'reason', 'mode'] as const;
  return words.every((word) => a[word] === b[word]) && jsonEquals(a.fields ?? {}, b.fields ?? {});
}
