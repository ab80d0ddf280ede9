import type * as vscode from 'vscode';
import type { Poller } from '../../app/poller.ts';

/** Refreshes while a view is on show, and tells once when it is shown for the first time. */
export function followVisibility(
  view: vscode.TreeView<unknown>,
  poller: Poller,
  onFirstShown: () => void,
): vscode.Disposable {
  let wasShown = false;
  const follow = (visible: boolean) => {
    poller.setActive(visible);
    if (!visible || wasShown) return;
    wasShown = true;
    onFirstShown();
  };
  follow(view.visible);
  return view.onDidChangeVisibility((event) => follow(event.visible));
}
