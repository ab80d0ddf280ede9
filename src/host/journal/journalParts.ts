import type { LastSent } from '../../app/journal/lastSent.ts';
import type { EngineKind } from '../../domain/connection.ts';
import type { Snippet, SnippetSource } from '../../domain/snippet.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Composition } from '../compose/composition.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { Sender } from '../send/sender.ts';
import type { JournalFilterState } from './journalFilterState.ts';

/** What the commands of the journal use. */
export interface JournalParts extends AppParts {
  readonly filter: JournalFilterState;
  readonly lastSent: LastSent;
  readonly sender: Sender;
  readonly viewers: Pick<Viewers, 'showTask' | 'showUpdate'>;
  /** Selects the task's row if it is loaded. */
  reveal(ref: Task['ref']): Promise<void>;
  /** Opens Update Task… with this content. */
  compose(task: Task, prefill: Composition): Promise<void>;
  /** An update as code for this kind of engine; curl comes first. */
  snippetsOf(kind: EngineKind, source: SnippetSource): readonly Snippet[];
}
