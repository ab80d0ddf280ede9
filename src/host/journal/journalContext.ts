import type { LastSent } from '../../app/updates/lastSent.ts';
import type { Submitted } from '../../app/updates/submission.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Composition } from '../updates/composition.ts';
import type { JournalFilterState } from '../updates/journalFilterState.ts';
import type { Submission } from '../updates/submit.ts';
import type { UpdateContext } from '../updates/updateContext.ts';

/** What the journal's commands are handed by the first bundle. */
export interface JournalPorts {
  readonly filter: JournalFilterState;
  readonly lastSent: LastSent;
  /** Update Task… with this in it. */
  compose(task: Task, prefill: Composition): Promise<void>;
  submit(job: Omit<Submission, 'composition'>, update: TaskUpdate): Promise<Submitted>;
}

export interface JournalContext extends UpdateContext, JournalPorts {}
