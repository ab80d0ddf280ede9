import type { LastSent } from '../../app/journal/lastSent.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { EngineKind } from '../../domain/connection.ts';
import type { Snippet, SnippetSource } from '../../domain/snippet.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Composition } from '../compose/composition.ts';
import type { JournalFilterState } from './journalFilterState.ts';
import type { Submission } from '../send/submit.ts';
import type { UpdateContext } from '../send/updateContext.ts';

/** What the journal's commands are handed by the first bundle. */
export interface JournalPorts {
  readonly filter: JournalFilterState;
  readonly lastSent: LastSent;
  /** An update as code, for an engine of this kind; curl comes first. */
  readonly snippetsOf: (kind: EngineKind, source: SnippetSource) => readonly Snippet[];
  /** Update Task… with this in it. */
  compose(task: Task, prefill: Composition): Promise<void>;
  submit(job: Omit<Submission, 'composition'>, update: TaskUpdate): Promise<Submitted>;
}

export interface JournalContext extends UpdateContext, JournalPorts {}
