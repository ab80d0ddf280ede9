import * as vscode from 'vscode';
import type { Settings } from '../settings.ts';

const asked = 'singleKeysOffered';
const used = 'chordsUsed';
// Somebody who has used chords this often works by keyboard.
const enough = 3;

/** Offers single letters, once, to a person who uses the chords. */
export function createSingleKeysOffer(
  memory: vscode.Memento,
  settings: Pick<Settings, 'singleKeys' | 'turnOnSingleKeys'>,
): () => Promise<void> {
  return async () => {
    if (settings.singleKeys() || memory.get(asked, false)) return;
    const count = memory.get(used, 0) + 1;
    await memory.update(used, count);
    if (count < enough) return;
    await memory.update(asked, true);
    const turnOn = 'Turn On Single Letters';
    const picked = await vscode.window.showInformationMessage(
      'Single letters can do the same on a focused row: C completes, X fails, E edits the output. Typing then no longer finds a row by its name.',
      turnOn,
      'Keep Chords',
    );
    if (picked === turnOn) await settings.turnOnSingleKeys();
  };
}
