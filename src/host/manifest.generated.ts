// Made from package.json by `npm run manifest`. Changes belong there.

/** Every command that package.json names. */
export type CommandId =
  | 'workflowTasks.task.update'
  | 'workflowTasks.task.complete'
  | 'workflowTasks.task.fail'
  | 'workflowTasks.task.stop'
  | 'workflowTasks.task.repeat'
  | 'workflowTasks.task.noComplete'
  | 'workflowTasks.task.noFail'
  | 'workflowTasks.task.noEditOutput'
  | 'workflowTasks.task.noRepeat'
  | 'workflowTasks.task.editOutput'
  | 'workflowTasks.task.pin'
  | 'workflowTasks.task.unpin'
  | 'workflowTasks.task.open'
  | 'workflowTasks.task.peek'
  | 'workflowTasks.task.next'
  | 'workflowTasks.task.previous'
  | 'workflowTasks.task.copyId'
  | 'workflowTasks.task.copyLink'
  | 'workflowTasks.tasks.sendOutput'
  | 'workflowTasks.tasks.updateMatching'
  | 'workflowTasks.list.edit'
  | 'workflowTasks.list.editWaiting'
  | 'workflowTasks.list.send'
  | 'workflowTasks.list.refresh'
  | 'workflowTasks.list.discard'
  | 'workflowTasks.results.show'
  | 'workflowTasks.results.retry'
  | 'workflowTasks.results.checkAgain'
  | 'workflowTasks.results.copyMarkdown'
  | 'workflowTasks.results.copyCsv'
  | 'workflowTasks.pinned.update'
  | 'workflowTasks.draft.complete'
  | 'workflowTasks.draft.fail'
  | 'workflowTasks.draft.saveProgress'
  | 'workflowTasks.draft.send'
  | 'workflowTasks.draft.review'
  | 'workflowTasks.draft.compare'
  | 'workflowTasks.review.send'
  | 'workflowTasks.draft.switchMode'
  | 'workflowTasks.fill.selection'
  | 'workflowTasks.fill.clipboard'
  | 'workflowTasks.fill.file'
  | 'workflowTasks.fill.useFile'
  | 'workflowTasks.fill.earlier'
  | 'workflowTasks.fill.engine'
  | 'workflowTasks.recipe.use'
  | 'workflowTasks.recipe.save'
  | 'workflowTasks.recipe.edit'
  | 'workflowTasks.draft.open'
  | 'workflowTasks.draft.discard'
  | 'workflowTasks.draft.copyLink'
  | 'workflowTasks.update.compare'
  | 'workflowTasks.update.checkAgain'
  | 'workflowTasks.update.sendAgain'
  | 'workflowTasks.update.undo'
  | 'workflowTasks.update.takeBack'
  | 'workflowTasks.update.copyCurl'
  | 'workflowTasks.update.copyCode'
  | 'workflowTasks.update.openTask'
  | 'workflowTasks.update.find'
  | 'workflowTasks.journal.filter'
  | 'workflowTasks.journal.clearFilter'
  | 'workflowTasks.journal.export'
  | 'workflowTasks.journal.clear'
  | 'workflowTasks.execution.open'
  | 'workflowTasks.execution.openById'
  | 'workflowTasks.execution.copyId'
  | 'workflowTasks.view.refresh'
  | 'workflowTasks.view.loadMore'
  | 'workflowTasks.waiting.triage'
  | 'workflowTasks.waiting.groupByWorkflow'
  | 'workflowTasks.waiting.groupByConnection'
  | 'workflowTasks.waiting.refresh'
  | 'workflowTasks.filter.set'
  | 'workflowTasks.filter.clear'
  | 'workflowTasks.connection.add'
  | 'workflowTasks.connection.import'
  | 'workflowTasks.connection.edit'
  | 'workflowTasks.connection.remove'
  | 'workflowTasks.connection.test'
  | 'workflowTasks.connection.signIn'
  | 'workflowTasks.demo.start'
  | 'workflowTasks.demo.stop'
  | 'workflowTasks.demo.reset'
  | 'workflowTasks.log.show';

/** Every view that package.json names. */
export type ViewId = 'workflowTasks.waiting' | 'workflowTasks.workflows' | 'workflowTasks.updates';

/** Every context key that package.json names. */
export type ContextKey =
  | 'workflowTasks.canTakeBack'
  | 'workflowTasks.draftCanComplete'
  | 'workflowTasks.draftCanFail'
  | 'workflowTasks.draftCanSave'
  | 'workflowTasks.draftCanSwitchMode'
  | 'workflowTasks.hasConnections'
  | 'workflowTasks.hasPinned'
  | 'workflowTasks.isDemoRunning'
  | 'workflowTasks.isFiltered'
  | 'workflowTasks.isGroupedByWorkflow'
  | 'workflowTasks.isJournalFiltered'
  | 'workflowTasks.isReviewing'
  | 'workflowTasks.resultsCanCheck'
  | 'workflowTasks.resultsCanRetry';

/** Every word of a tree item's contextValue that package.json names. */
export type ViewItemWord =
  | 'canComplete'
  | 'canEditOutput'
  | 'canFail'
  | 'canPin'
  | 'canRepeat'
  | 'canStop'
  | 'canUpdate'
  | 'checkable'
  | 'comparable'
  | 'connection'
  | 'demo'
  | 'draft'
  | 'entry'
  | 'execution'
  | 'group'
  | 'matchable'
  | 'noComplete'
  | 'noEditOutput'
  | 'noFail'
  | 'noRepeat'
  | 'pinned'
  | 'refreshable'
  | 'saved'
  | 'sendable'
  | 'task'
  | 'undoable'
  | 'workflow';

/** What each setting is when it fits its schema; a person may have written anything. */
export interface Settings {
  readonly 'workflowTasks.connections': readonly {
    readonly id: string;
    readonly name: string;
    readonly engine: 'conductor' | 'cognite' | 'xpander';
    readonly url: string;
    readonly environment?: 'development' | 'staging' | 'production';
    readonly readOnly?: boolean;
    readonly keyId?: string;
    readonly project?: string;
    readonly signIn?: 'token' | 'clientCredentials' | 'microsoft';
    readonly clientId?: string;
    readonly tokenUrl?: string;
    readonly tenant?: string;
    readonly scope?: string;
    readonly audience?: string;
    readonly organization?: string;
  }[];
  readonly 'workflowTasks.pageSize': number;
  readonly 'workflowTasks.refreshSeconds': number;
  readonly 'workflowTasks.followNextTask': boolean;
  readonly 'workflowTasks.journal.keep': number;
  readonly 'workflowTasks.recipes': readonly {
    readonly name: string;
    readonly description?: string;
    readonly engine?: 'conductor' | 'cognite' | 'xpander';
    readonly workflow?: string;
    readonly task?: string;
    readonly status?: string;
    readonly output: unknown;
    readonly mode?: 'merge' | 'replace';
    readonly reason?: string;
    readonly fields?: {};
  }[];
  readonly 'workflowTasks.singleKeys': boolean;
  readonly 'workflowTasks.takeBackSeconds': number;
}

export type SettingKey = keyof Settings;

export const settingDefaults: Settings = {
  'workflowTasks.connections': [],
  'workflowTasks.pageSize': 50,
  'workflowTasks.refreshSeconds': 5,
  'workflowTasks.followNextTask': true,
  'workflowTasks.journal.keep': 1000,
  'workflowTasks.recipes': [],
  'workflowTasks.singleKeys': false,
  'workflowTasks.takeBackSeconds': 3,
};
