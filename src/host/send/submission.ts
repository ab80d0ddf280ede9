import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Composition } from '../compose/composition.ts';
import type { Entrance } from './entrance.ts';

/** An update on its way to `Updates.submit`, for every entrance alike. */
export interface Submission {
  /** The task as the person saw it. */
  readonly task: Task;
  readonly update: TaskUpdate;
  readonly entrance: Entrance;
  /** True: the person has not seen the output that will be sent, so they are asked. */
  readonly review?: boolean;
  /** The draft that holds what is sent: only then can it be merged with somebody else's change. */
  readonly draft?: Draft | undefined;
  /** True: the journal holds the update already, so no draft is written for it. */
  readonly skipDraft?: true;
}

/** An update as it was typed; it becomes a Submission once its text is parsed. */
export interface Written extends Pick<Submission, 'task' | 'entrance' | 'review'> {
  readonly composition: Composition;
  /** The task's draft as it was just read; undefined where there is none. */
  readonly draft: Draft | undefined;
}
