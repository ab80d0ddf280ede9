import type { Locator } from 'playwright-core';
import { press } from './actions.ts';
import { activeEditor } from './editor.ts';
import type { Workbench } from './workbench.ts';

/** The list of completions that is open. */
export function suggestions(workbench: Workbench): Locator {
  return workbench.page.locator('.suggest-widget.visible .monaco-list-row');
}

/** What the list offers, each as "label, where it comes from". */
export async function suggested(workbench: Workbench): Promise<readonly string[]> {
  await suggestions(workbench).first().waitFor();
  const labels: string[] = [];
  for (const row of await suggestions(workbench).all()) {
    labels.push(((await row.getAttribute('aria-label')) ?? '').replace(/, docs: .*/s, ''));
  }
  return labels;
}

/** Opens the list at the cursor; one action. */
export async function suggest(workbench: Workbench): Promise<void> {
  await press(workbench, 'Control+Space');
  await suggestions(workbench).first().waitFor();
}

/** Holds the mouse over a piece of text until the editor explains it; no action. */
export async function explain(workbench: Workbench, text: string): Promise<Locator> {
  const { page } = workbench;
  await page.mouse.move(5, 5);
  await activeEditor(workbench).locator('.view-line span span', { hasText: text }).first().hover();
  const hover = page.locator('.monaco-resizable-hover .hover-row, .monaco-hover .hover-row');
  await hover.first().waitFor();
  return page.locator('.monaco-resizable-hover, .monaco-hover').last();
}
