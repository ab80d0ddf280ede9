import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import type { Composition } from '../compose/composition.ts';
import type { Entrance } from './entrance.ts';

/** An update as it was typed; it becomes a Submission once its text is parsed. */
export interface Written {
  /** The task as the person saw it. */
  readonly task: Task;
  readonly composition: Composition;
  readonly entrance: Entrance;
  /** The task's draft as it was just read; undefined where there is none. */
  readonly draft: Draft | undefined;
  /** True: the person has not seen the output that will be sent, so they are asked. */
  readonly review?: boolean;
}
