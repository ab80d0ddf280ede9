import { lazy } from '../../app/lazy.ts';
import type { LastSent } from '../../app/journal/lastSent.ts';
import type { Task } from '../../domain/task.ts';
import type { JournalCommands } from './journalCommands.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { Composition } from '../compose/composition.ts';
import type { JournalFilterState } from './journalFilterState.ts';
import { submitUpdate } from '../send/submit.ts';
import type { UpdateContext } from '../send/updateContext.ts';

interface JournalFeatures {
  readonly filter: JournalFilterState;
  readonly lastSent: LastSent;
  readonly onDemand: LoadOnDemand;
  /** Update Task… with this in it. */
  compose(task: Task, prefill: Composition): Promise<void>;
}

/** What can be done with the updates that were sent: from the second bundle, when it is used. */
export function journalCommandsOnDemand(
  context: UpdateContext,
  features: JournalFeatures,
): JournalCommands {
  const { onDemand, ...others } = features;
  const created = lazy(async () => {
    const bundle = await onDemand();
    return bundle.createJournalCommands(context, {
      ...others,
      snippetsOf: bundle.snippetsOf,
      submit: (job, update) => submitUpdate(context, job, update),
    });
  });
  const run = (id: keyof JournalCommands) => async (argument: unknown) => {
    const commands = await created.get();
    await commands[id](argument);
  };
  return {
    'update.compare': run('update.compare'),
    'update.checkAgain': run('update.checkAgain'),
    'update.openTask': run('update.openTask'),
    'update.sendAgain': run('update.sendAgain'),
    'update.undo': run('update.undo'),
    'update.copyCurl': run('update.copyCurl'),
    'update.copyCode': run('update.copyCode'),
    'update.find': run('update.find'),
    'journal.filter': run('journal.filter'),
    'journal.clearFilter': run('journal.clearFilter'),
    'journal.export': run('journal.export'),
    'journal.clear': run('journal.clear'),
  };
}
