import { until } from '../../support/until.ts';
import { activeEditor } from '../harness/editor.ts';
import { backups, keptTexts } from '../harness/keptTexts.ts';
import type { KeptFolder } from '../harness/keptTexts.ts';
import type { Workbench } from '../harness/workbench.ts';
import { ownTab } from './pressOnRows.ts';

/** What a person has typed, and how it is found again. */
export interface Holding {
  /**
   * Waits until it is written down where a crash does not reach it. A crash between a key and its
   * way there cannot be survived, so what was typed has to be written while it is still on screen.
   */
  written(workbench: Workbench, mark: string): Promise<void>;
  /** Fails where it is gone after an interruption. */
  found(workbench: Workbench, mark: string): Promise<void>;
}

const writtenWithinMs = 10_000;

/** As the draft of a task. */
export const draft = kept('drafts');

/** In the text of a list of tasks that was saved. */
export const savedList = kept('taskTexts');

/** In an editor that was not saved: VS Code itself keeps it, a second after the last key. */
export function editor(title: string): Holding {
  return {
    written: (workbench, mark) =>
      untilHeld(`${mark} in a backup`, () =>
        backups(workbench).some((text) => text.includes(mark)),
      ),
    found: async (workbench, mark) => {
      await ownTab(workbench, title).click();
      await activeEditor(workbench).locator('.view-line', { hasText: mark }).first().waitFor();
    },
  };
}

function kept(folder: KeptFolder): Holding {
  const wait = (workbench: Workbench, mark: string) =>
    untilHeld(`${mark} in ${folder}`, () =>
      keptTexts(workbench, folder).some((text) => text.includes(mark)),
    );
  return { written: wait, found: wait };
}

/** Asks again until it is so. */
export async function untilHeld(
  what: string,
  look: () => boolean | Promise<boolean>,
): Promise<void> {
  await until(what, async () => ((await look()) ? true : undefined), writtenWithinMs);
}
