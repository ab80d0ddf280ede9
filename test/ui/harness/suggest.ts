import type { Locator } from 'playwright-core';
import { click, press } from './actions.ts';
import { activeEditor } from './editor.ts';
import type { Workbench } from './workbench.ts';

/** The list of completions that is open. */
export function suggestions(workbench: Workbench): Locator {
  return workbench.page.locator('.suggest-widget.visible .monaco-list-row');
}

/** What the list offers, from the top: what is inserted, and where it comes from. */
export async function suggested(workbench: Workbench): Promise<readonly string[]> {
  await suggestions(workbench).first().waitFor();
  const found: { readonly index: number; readonly text: string }[] = [];
  for (const row of await suggestions(workbench).all()) {
    const index = Number(await row.getAttribute('data-index'));
    found.push({ index, text: (await row.getAttribute('aria-label')) ?? '' });
  }
  return found.toSorted((a, b) => a.index - b.index).map(({ text }) => text);
}

/** Takes one of what the list offers; one action where it is the first. */
export async function accept(workbench: Workbench, label: string): Promise<void> {
  const wanted = suggestions(workbench)
    .filter({ has: workbench.page.locator('.label-name', { hasText: label }) })
    .first();
  await wanted.waitFor();
  await click(workbench, wanted);
}

/** Opens the list at the cursor; one action. */
export async function suggest(workbench: Workbench): Promise<void> {
  await press(workbench, 'Control+Space');
  await suggestions(workbench).first().waitFor();
}

/** Holds the mouse over a piece of text until the editor says this about it; no action. */
export async function explain(workbench: Workbench, text: string, says: RegExp): Promise<void> {
  const { page } = workbench;
  await page.mouse.move(5, 5);
  await activeEditor(workbench).locator('.view-line span span', { hasText: text }).first().hover();
  await page.locator('.monaco-hover .hover-contents', { hasText: says }).first().waitFor();
}
