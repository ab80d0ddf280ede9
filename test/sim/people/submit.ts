import { formatOutput } from '../../../src/app/output/formatOutput.ts';
import type { Question } from '../../../src/app/updates/question.ts';
import type { Submission } from '../../../src/app/updates/submission.ts';
import type { Phase } from '../../../src/app/updates/submitRequest.ts';
import type { Deed, World } from '../model.ts';

/** Sends an update as a person does: they answer questions, and sometimes they cancel. */
export async function submitAs(world: World, deed: Deed, submission: Submission): Promise<void> {
  const { stream, window, abort } = deed;
  const { updates, drafts } = window.app;
  const { base, update } = submission;
  const cancels = stream.chance(0.25);
  const cancelIn = stream.pick<Phase>(['checking', 'asking', 'sending', 'sending', 'verifying']);
  const cancelAfterMs = stream.pick([0, 30, 100, 400, 3_000]) ?? 0;
  const refuses = stream.chance(0.1);
  const thinksMs = stream.between(100, 9_000);
  if (submission.draft === undefined && update.output !== undefined) {
    const standing = await drafts.read(base.ref);
    const { output } = update;
    const text = output.kind === 'object' ? formatOutput(output.value) : output.text;
    if (standing === undefined) world.checker.typed(window, base.ref, text);
  }
  world.record.note(
    () => `#${deed.id} ${window.id} sends ${JSON.stringify(update)} to ${base.ref.task}`,
  );
  const submitted = await updates.submit({
    ...submission,
    signal: abort.signal,
    onPhase(phase) {
      if (!cancels || phase !== cancelIn) return;
      if (cancelAfterMs === 0) cancel(world, deed);
      else world.time.at(world.time.now() + cancelAfterMs, () => cancel(world, deed));
    },
    async ask(question) {
      noteShown(deed, question);
      await world.time.wait(thinksMs);
      return refuses ? 'cancel' : 'send';
    },
  });
  world.record.note(() => `#${deed.id} ${window.id} ends ${submitted.kind}`);
}

export function cancel(world: World, deed: Deed): void {
  if (deed.abort.signal.aborted) return;
  world.record.note(() => `#${deed.id} ${deed.window.id} cancels`);
  deed.abort.abort(Object.assign(new Error('cancelled'), { name: 'AbortError' }));
}

/** A question that names changes shows the task as it was last read. */
function noteShown(deed: Deed, { task, changes }: Question): void {
  const view = deed.lastRead.get(task.ref.task)?.view;
  if (view === undefined || changes.length === 0) return;
  deed.agreed.set(task.ref.task, [...(deed.agreed.get(task.ref.task) ?? []), view]);
}
