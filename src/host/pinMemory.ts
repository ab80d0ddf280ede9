import type * as vscode from 'vscode';
import type { PinStorage } from '../app/pins.ts';

const key = 'pinned';

/** The pin is a workspace's own. */
export function pinMemory(memory: vscode.Memento): PinStorage {
  return { read: () => memory.get(key), write: (pinned) => memory.update(key, pinned) };
}
