import * as vscode from 'vscode';
import { statusFor } from '../../domain/taskUpdate.ts';
import { setContextKey } from '../ui/setContextKey.ts';
import { pathOf } from '../documents/openOutputs.ts';
import type { OutputTasks } from './outputTasks.ts';
import { canSaveProgress } from '../compose/saveProgress.ts';

/** Keeps the context keys of the active output document's title buttons up to date. */
export function registerOutputContextKeys(tasks: OutputTasks): vscode.Disposable {
  const follow = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const path = uri === undefined ? undefined : pathOf(uri);
    const state = path === undefined ? undefined : tasks.latest(path.ref);
    const options = state?.kind === 'known' ? state.task.options : undefined;
    const can = (role: 'complete' | 'fail') =>
      options !== undefined && statusFor(options, role) !== undefined;
    setContextKey('workflowTasks.draftCanComplete', can('complete'));
    setContextKey('workflowTasks.draftCanFail', can('fail'));
    setContextKey('workflowTasks.draftCanSave', options !== undefined && canSaveProgress(options));
    setContextKey(
      'workflowTasks.draftCanSwitchMode',
      options?.unavailable === undefined && (options?.output?.modes.length ?? 0) > 1,
    );
  };
  follow();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(follow), {
    dispose: tasks.onDidChange(follow),
  });
}
