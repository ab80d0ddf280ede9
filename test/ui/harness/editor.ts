import type { Locator } from 'playwright-core';
import { click } from './actions.ts';
import type { Workbench } from './workbench.ts';

/** An editor's tab by its title. */
export function tab(workbench: Workbench, title: RegExp | string): Locator {
  return workbench.page.locator('.tabs-container .tab', { hasText: title });
}

/** The text editor that is in front. */
export function activeEditor(workbench: Workbench): Locator {
  return workbench.page.locator('.editor-group-container.active .monaco-editor').last();
}

/** The lines of the editor in front that are on screen. */
export async function editorText(workbench: Workbench): Promise<string> {
  const lines: { readonly top: number; readonly text: string }[] = [];
  for (const line of await activeEditor(workbench).locator('.view-line').all()) {
    const top = await line.evaluate((element) => element.offsetTop);
    lines.push({ top, text: (await line.textContent()) ?? '' });
  }
  const inOrder = lines.toSorted((a, b) => a.top - b.top).map(({ text }) => text);
  return inOrder.join('\n').replaceAll('\u00A0', ' ');
}

// A tab that was just brought to the front may lose a paste to the editor that it replaces.
const mostPastes = 5;
const pasteTimeoutMs = 3_000;

/** Replaces the text of the editor in front; typing, no action. Pasted, so nothing completes it. */
export async function setEditorText(workbench: Workbench, text: string): Promise<void> {
  const { page } = workbench;
  const [firstLine = ''] = text.split('\n');
  const pasted = activeEditor(workbench).locator('.view-line', { hasText: firstLine.trim() });
  for (let pastes = 1; ; pastes += 1) {
    await activeEditor(workbench).locator('.view-lines').click();
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    try {
      return await pasted.first().waitFor({ timeout: pasteTimeoutMs });
    } catch (error) {
      if (pastes === mostPastes) throw error;
    }
  }
}

/** A button in the editor's title bar, by the start of its label. */
export function editorAction(workbench: Workbench, label: string): Locator {
  return workbench.page.locator(
    `.editor-group-container.active .editor-actions .action-label[aria-label^="${label}"]`,
  );
}

/** Presses a button in the editor's title bar; one action. */
export async function clickEditorAction(workbench: Workbench, label: string): Promise<void> {
  await click(workbench, editorAction(workbench, label));
}

/** Clicks a word above the editor's first line; one action. */
export async function clickLens(workbench: Workbench, label: string): Promise<void> {
  await click(
    workbench,
    activeEditor(workbench).locator('.codelens-decoration a', { hasText: label }).first(),
  );
}

/** The squiggles of the editor in front. */
export function squiggles(workbench: Workbench, severity: 'error' | 'warning'): Locator {
  return activeEditor(workbench).locator(`.squiggly-${severity}`);
}
