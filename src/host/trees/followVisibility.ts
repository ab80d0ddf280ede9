import type * as vscode from 'vscode';
import type { Poller } from '../../app/poller.ts';

/** Polls while the view is visible, and calls `onFirstShown` once. */
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
