import { jsonEquals } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { offeredTask } from '../words/offeredTask.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { presentRefusal } from '../send/present.ts';
import { keepDraft, keepWritten } from '../compose/keepDraft.ts';
import { submit } from '../send/submit.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import { composeUpdate } from '../compose/wizard.ts';

/**
 * Update Task…: from the task, or from nothing, through the wizard to the outcome. What `prefill`
 * holds stands in the wizard where no draft says otherwise.
 */
export async function updateTask(
  context: UpdateContext,
  documents: OutputDocuments,
  given: Task | undefined,
  prefill?: Composition,
): Promise<void> {
  for (;;) {
    const task =
      given ?? (await pickTask(context, 'Update Task', ({ options }) => options.refusal));
    if (task === undefined) return;
    const offered = offeredTask(task, context.connections.find(task.ref.connection));
    const isPicked = given === undefined;
    const isDone = await updateOne(context, documents, offered, { isPicked, prefill });
    if (isDone) return;
  }
}

/** False when the person went back to choose another task. */
async function updateOne(
  context: UpdateContext,
  documents: OutputDocuments,
  task: Task,
  { isPicked, prefill }: { readonly isPicked: boolean; readonly prefill?: Composition | undefined },
): Promise<boolean> {
  if (task.options.refusal !== undefined) {
    await presentRefusal(context, task, [{ message: task.options.refusal }]);
    return true;
  }
  const draft = await context.drafts.read(task.ref);
  const begun = begunWith(fromDraft(draft), prefill);
  const keeper = createDraftKeeper(context, task, draft);
  const { kind, composition } = await composeUpdate(task, begun, {
    canGoBack: isPicked,
    keep: keeper.keep,
  });
  await keeper.done();
  if (kind === 'send' || kind === 'review') {
    const entrance = isPicked ? 'palette' : 'view';
    await submit(context, { task, composition, entrance, review: kind === 'review' });
    return true;
  }
  // A document goes on with the status that was picked; whoever leaves has nothing left to do.
  const keep = kind === 'document' ? keepDraft : keepWritten;
  if (!isSame(begun, composition)) await keep(context, task, composition);
  if (kind === 'document') await documents.open(task);
  return kind !== 'back';
}

// What a person typed is never replaced; the status is only picked.
function begunWith(draft: Composition, prefill: Composition = {}): Composition {
  const { status = draft.status } = prefill;
  return { ...prefill, ...draft, ...(status === undefined ? {} : { status }) };
}

function isSame(a: Composition, b: Composition): boolean {
  const words = ['status', 'text', 'reason', 'mode'] as const;
  return words.every((word) => a[word] === b[word]) && jsonEquals(a.fields ?? {}, b.fields ?? {});
}
