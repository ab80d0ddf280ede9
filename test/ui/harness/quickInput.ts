import type { Locator } from 'playwright-core';
import { click, press, type } from './actions.ts';
import type { Workbench } from './workbench.ts';

/** The picker or input box that is open; wait for it before reading. */
export function quickInput(workbench: Workbench): Locator {
  return workbench.page.locator('.quick-input-widget:visible');
}

/** Waits until the step with this title is open: a wizard shows all its steps in one widget. */
export async function waitForStep(workbench: Workbench, title: RegExp | string): Promise<void> {
  await quickInput(workbench).locator('.quick-input-title', { hasText: title }).waitFor();
}

/** The labels of the choices on screen. */
export async function choices(workbench: Workbench): Promise<readonly string[]> {
  const list = quickInput(workbench).locator('.quick-input-list .monaco-list-row');
  await list.first().waitFor();
  return await list.locator('.label-name').allTextContents();
}

/** A choice by its label, exactly. */
export function choice(workbench: Workbench, label: string): Locator {
  return quickInput(workbench)
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: workbench.page.locator('.label-name').getByText(label, { exact: true }) })
    .first();
}

/** Clicks a choice; one action. */
export async function pick(workbench: Workbench, label: string): Promise<void> {
  await click(workbench, choice(workbench, label));
}

/**
 * Types a choice's label and takes it with Enter; one action. The choice must be on screen, which
 * tells this picker from the one before it.
 */
export async function pickByTyping(workbench: Workbench, label: string): Promise<void> {
  await choice(workbench, label).waitFor();
  await typeAndEnter(workbench, label);
}

async function typeAndEnter(
  workbench: Workbench,
  text: string,
  wait: { readonly timeout?: number } = {},
): Promise<void> {
  await type(workbench, text);
  await quickInput(workbench).locator('.monaco-list-row.focused', { hasText: text }).waitFor(wait);
  await press(workbench, 'Enter');
}

/** Replaces what stands in the box; typing, no action. */
export async function fillInput(workbench: Workbench, text: string): Promise<void> {
  await quickInput(workbench).locator('.quick-input-filter input').fill(text);
}

export async function inputValue(workbench: Workbench): Promise<string> {
  return await quickInput(workbench).locator('.quick-input-filter input').inputValue();
}

/** What the box says below what was typed: the prompt, or what is wrong with it. */
export async function inputMessage(workbench: Workbench): Promise<string> {
  return (await quickInput(workbench).locator('.quick-input-message').textContent()) ?? '';
}

/** A button of the picker or the input box by its label: "Back", "Open in Editor"; one action. */
export async function clickQuickInputButton(workbench: Workbench, label: string): Promise<void> {
  const name = `[aria-label^="${label}"]`;
  await click(workbench, quickInput(workbench).locator(`.action-label${name}`).first());
}

/** Leaves with Esc and waits until it is gone; one action. */
export async function escape(workbench: Workbench): Promise<void> {
  await press(workbench, 'Escape');
  await quickInput(workbench).waitFor({ state: 'hidden' });
}

const listedWithinMs = 3_000;
const mostPalettes = 10;

/** Runs a command by its full title from the palette: F1 and Enter, two actions. */
export async function runCommand(workbench: Workbench, title: string): Promise<void> {
  const { keyboard } = workbench.page;
  await press(workbench, 'F1');
  for (let palettes = 1; ; palettes += 1) {
    await palette(workbench).waitFor();
    try {
      await typeAndEnter(workbench, title, { timeout: listedWithinMs });
      break;
    } catch (error) {
      if (palettes === mostPalettes) throw error;
      // A palette that was open before the commands of extensions were there never lists them.
      await keyboard.press('Escape');
      await palette(workbench).waitFor({ state: 'hidden' });
      await keyboard.press('F1');
    }
  }
  await palette(workbench).waitFor({ state: 'hidden' });
}

function palette(workbench: Workbench): Locator {
  return quickInput(workbench).locator('input[placeholder^="Type the name of a command"]');
}

/** Reloads the window by its command and waits until it is there again. */
export async function reloadWindow(workbench: Workbench): Promise<void> {
  await press(workbench, 'F1');
  await palette(workbench).waitFor();
  await Promise.all([
    workbench.page.waitForEvent('load'),
    typeAndEnter(workbench, 'Developer: Reload Window'),
  ]);
  await workbench.page.locator('.activitybar [aria-label^="Workflow Tasks"]').first().waitFor();
}
