import type * as vscode from 'vscode';
import type { PinStorage } from '../app/pins.ts';

const key = 'pinned';

/** Keeps the pin in the workspace's memory. */
export function pinMemory(memory: vscode.Memento): PinStorage {
  return { read: () => memory.get(key), write: (pinned) => memory.update(key, pinned) };
}
