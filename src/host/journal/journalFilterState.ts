import * as vscode from 'vscode';
import { isJournalFiltered, parseJournalFilter } from '../../app/journal/journalFilter.ts';
import type { JournalFilter } from '../../app/journal/journalFilter.ts';
import { createJournalSearch } from '../../app/journal/journalSearch.ts';
import type { JournalSearch } from '../../app/journal/journalSearch.ts';
import { setContextKey } from '../ui/setContextKey.ts';
import type { AppParts } from '../appParts.ts';

/** The filter of the journal. The workspace's memory keeps it. */
export interface JournalFilterState extends vscode.Disposable {
  current(): JournalFilter;
  use(filter: JournalFilter): Promise<void>;
  /** The entries that pass the filter, newest first. */
  readonly search: JournalSearch;
  readonly onDidChange: vscode.Event<void>;
}

const memoryKey = 'updates.filter';

export function createJournalFilterState(
  { journal, clock }: Pick<AppParts, 'journal' | 'clock'>,
  memory: vscode.Memento,
): JournalFilterState {
  const changed = new vscode.EventEmitter<void>();
  let filter = parseJournalFilter(memory.get(memoryKey));
  let search = createJournalSearch(journal, clock, filter);
  const showState = () =>
    setContextKey('workflowTasks.isJournalFiltered', isJournalFiltered(filter));
  showState();

  return {
    current: () => filter,
    use: async (next) => {
      filter = next;
      search = createJournalSearch(journal, clock, next);
      await memory.update(memoryKey, next);
      showState();
      changed.fire();
    },
    search: (limit) => search(limit),
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
