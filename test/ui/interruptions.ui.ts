import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from '../support/until.ts';
import { press } from './harness/actions.ts';
import { activeEditor, setEditorText, tab } from './harness/editor.ts';
import { interrupt, interruptions, keptDrafts } from './harness/interruptions.ts';
import type { Interruption } from './harness/interruptions.ts';
import { dialog } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import {
  choice,
  fillInput,
  pick,
  pickByTyping,
  quickInput,
  waitForStep,
} from './harness/quickInput.ts';
import { openSideBar, toggleView } from './harness/sideBar.ts';
import { clickStatusItem, statusItem } from './harness/statusBar.ts';
import { focusRow, row } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

const task = 'approve_equipment';

/** Presses a key on the task's row until it shows; a host that has just begun anew may miss it. */
async function pressOnTask(workbench: Workbench, key: string, shown: Locator): Promise<void> {
  for (let presses = 1; ; presses += 1) {
    await focusRow(row(workbench, 'Waiting', task));
    await press(workbench, key);
    try {
      return await shown.waitFor({ timeout: 5_000 });
    } catch (error) {
      if (presses === 5) throw error;
    }
  }
}

/** One step of a way to an update; it begins where the one before it ended. */
interface Step {
  readonly name: string;
  /** What a person has typed when the step is done; the mark tells this time from the others. */
  readonly holds: 'nothing' | 'draft' | 'editor';
  go(workbench: Workbench, mark: string): Promise<void>;
}

const question: Step = {
  name: 'question',
  holds: 'draft',
  go: async (workbench) => {
    await press(workbench, 'Enter');
    await dialog(workbench).waitFor();
  },
};

const wizard: readonly Step[] = [
  {
    name: 'status',
    holds: 'nothing',
    go: async (workbench) => {
      await pressOnTask(workbench, 'u', choice(workbench, 'FAILED'));
    },
  },
  {
    name: 'output',
    holds: 'draft',
    go: async (workbench, mark) => {
      await pick(workbench, 'FAILED');
      await waitForStep(workbench, '(2/3)');
      await fillInput(workbench, `{ "half": "${mark}`);
    },
  },
  {
    name: 'reason',
    holds: 'draft',
    go: async (workbench, mark) => {
      await fillInput(workbench, '{ "approved": false }');
      await press(workbench, 'Enter');
      await waitForStep(workbench, '(3/3)');
      await fillInput(workbench, mark);
    },
  },
  question,
];

const fields: readonly Step[] = [
  {
    name: 'list',
    holds: 'nothing',
    go: async (workbench) => {
      await pressOnTask(workbench, 'u', choice(workbench, 'FAILED'));
      await pickByTyping(workbench, 'More Fields…');
      await waitForStep(workbench, 'More Fields');
    },
  },
  {
    name: 'field',
    holds: 'draft',
    go: async (workbench, mark) => {
      await pickByTyping(workbench, 'Log lines');
      await waitForStep(workbench, 'Log lines');
      await fillInput(workbench, mark);
    },
  },
];

const inlineFail: readonly Step[] = [
  {
    name: 'reason',
    holds: 'draft',
    go: async (workbench, mark) => {
      await pressOnTask(workbench, 'x', quickInput(workbench));
      await fillInput(workbench, mark);
    },
  },
  question,
];

const statusBar: readonly Step[] = [
  {
    name: 'choices',
    holds: 'nothing',
    go: async (workbench) => {
      await clickStatusItem(workbench, `${task}: IN_PROGRESS`);
      await choice(workbench, 'Fail Task').waitFor();
    },
  },
  {
    name: 'reason',
    holds: 'draft',
    go: async (workbench, mark) => {
      await pick(workbench, 'Fail Task');
      await quickInput(workbench).locator('.quick-input-message').waitFor();
      await fillInput(workbench, mark);
    },
  },
];

const document: readonly Step[] = [
  {
    name: 'typed',
    holds: 'editor',
    go: async (workbench, mark) => {
      await openSideBar(workbench);
      await pressOnTask(workbench, 'e', tab(workbench, task));
      await setEditorText(workbench, `{ "typed": "${mark}" }`);
    },
  },
  {
    name: 'saved',
    holds: 'draft',
    go: async (workbench) => {
      await press(workbench, 'ControlOrMeta+s');
      await tab(workbench, task).and(workbench.page.locator(':not(.dirty)')).waitFor();
    },
  },
  {
    name: 'status',
    holds: 'draft',
    go: async (workbench) => {
      await press(workbench, 'ControlOrMeta+Enter');
      await choice(workbench, 'COMPLETED').waitFor();
    },
  },
];

const ways = {
  wizard,
  fields,
  'inline fail': inlineFail,
  'status bar': statusBar,
  document,
};

for (const [way, steps] of Object.entries(ways)) {
  mockTest(`${way}: no interruption loses what was typed or sends it`, async (workbench, mock) => {
    await openSideBar(workbench);
    await focusRow(row(workbench, 'Waiting', task));
    await press(workbench, 'p');
    await statusItem(workbench, `${task}: IN_PROGRESS`).waitFor();
    await toggleView(workbench, 'Workflows');
    for (const [at, step] of steps.entries()) {
      // What stands in an editor unsaved is kept by VS Code itself, a second after the last key.
      const survived = interruptions.filter(
        (what) => what !== 'window crash' || step.holds !== 'editor',
      );
      for (const what of survived) {
        const mark = `typed-${step.name}-${what.replace(' ', '-')}`;
        for (const each of steps.slice(0, at + 1)) await each.go(workbench, mark);
        await interruptAt(workbench, step, mark, what);
      }
      console.log(`INTERRUPTIONS ${way}, ${step.name}: kept after ${survived.join(', ')}`);
    }
    assert.deepEqual(await writes(mock), []);
  });
}

async function interruptAt(
  workbench: Workbench,
  step: Step,
  mark: string,
  what: Interruption,
): Promise<void> {
  const before = keptDrafts(workbench).join();
  const isKept = () => keptDrafts(workbench).some((draft) => draft.includes(mark));
  // Esc may come with the last key; a crash between a key and its way to the extension cannot be
  // survived, so what was typed has to be written down while the box is still open.
  if (what !== 'Esc' && step.holds === 'draft') {
    await until(`${mark} in a draft`, async () => isKept() || undefined, 10_000);
  }
  await interrupt(workbench, what);
  await openSideBar(workbench);
  await row(workbench, 'Waiting', task).waitFor();
  if (step.holds === 'nothing') {
    assert.equal(keptDrafts(workbench).join(), before);
    return;
  }
  if (step.holds === 'draft') {
    assert.ok(isKept(), `${mark} after ${what}`);
    return;
  }
  await tab(workbench, task).click();
  await activeEditor(workbench).locator('.view-line', { hasText: mark }).waitFor();
}
