import type { Locator } from 'playwright-core';
import { click } from './actions.ts';
import { view } from './sideBar.ts';
import type { Workbench } from './workbench.ts';

const menuTimeoutMs = 5_000;
const buttonTimeoutMs = 30_000;
const hoverTimeoutMs = 5_000;

export interface Row {
  readonly label: string;
  readonly description: string;
  /** 1 for what stands at the top. */
  readonly level: number;
  /** Undefined where there is nothing to open. */
  readonly isExpanded: boolean | undefined;
}

/** The rows of a view that are on screen, from the top. */
export async function rows(workbench: Workbench, viewName: string): Promise<readonly Row[]> {
  const found: (Row & { readonly index: number })[] = [];
  for (const element of await view(workbench, viewName).getByRole('treeitem').all()) {
    const expanded = await element.getAttribute('aria-expanded');
    found.push({
      index: Number(await element.getAttribute('data-index')),
      label: (await element.locator('.label-name').first().textContent()) ?? '',
      description: (await element.locator('.label-description').allTextContents()).join(' '),
      level: Number(await element.getAttribute('aria-level')),
      isExpanded: expanded === null ? undefined : expanded === 'true',
    });
  }
  return found
    .toSorted((a, b) => a.index - b.index)
    .map(({ label, description, level, isExpanded }) => ({
      label,
      description,
      level,
      isExpanded,
    }));
}

/** A row by its label, exactly; the first where several carry it. Waiting for it is the caller's. */
export function row(workbench: Workbench, viewName: string, label: string): Locator {
  return view(workbench, viewName)
    .getByRole('treeitem')
    .filter({ has: workbench.page.locator('.label-name').getByText(label, { exact: true }) })
    .first();
}

/** A row whose label and description together match, such as `approve WAITING`. */
export function rowMatching(workbench: Workbench, viewName: string, text: RegExp): Locator {
  return view(workbench, viewName).getByRole('treeitem', { name: text }).first();
}

/** Selects a row, and opens or closes one that has children; one action. */
export async function clickRow(workbench: Workbench, target: Locator): Promise<void> {
  await click(workbench, target.locator('.label-name').first());
}

/** Adds a row to those that are selected, or takes it away again; one action. */
export async function toggleRow(workbench: Workbench, target: Locator): Promise<void> {
  workbench.actions.count += 1;
  await target
    .locator('.label-name')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
}

/** Opens a row where it is closed; one action where it was. */
export async function expandRow(workbench: Workbench, target: Locator): Promise<void> {
  await target.waitFor();
  if ((await target.getAttribute('aria-expanded')) === 'true') return;
  await click(workbench, target.locator('.monaco-tl-twistie'));
}

/** A button that a row shows while it is hovered, by the start of its label: "Complete Task". */
export async function rowButton(target: Locator, label: string): Promise<Locator> {
  await target.hover();
  return target.locator(`.actions .action-label[aria-label^="${label}"]`);
}

/** Clicks a row's button; one action. */
export async function clickRowButton(
  workbench: Workbench,
  target: Locator,
  label: string,
): Promise<void> {
  workbench.actions.count += 1;
  const deadline = Date.now() + buttonTimeoutMs;
  for (;;) {
    const button = await rowButton(target, label);
    try {
      await button.click({ timeout: hoverTimeoutMs });
      return;
    } catch (error) {
      // A row that is drawn anew or moves under the mouse has to be hovered again.
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Chooses from a row's context menu; two actions. */
export async function chooseFromMenu(
  workbench: Workbench,
  target: Locator,
  label: string,
): Promise<void> {
  workbench.actions.count += 2;
  await target.click({ button: 'right' });
  const item = workbench.page.locator('.monaco-menu .action-item', { hasText: label }).first();
  await item.hover();
  // A menu that has just opened is deaf for 100 ms, so that the click that opened it chooses nothing.
  const deadline = Date.now() + menuTimeoutMs;
  while (await item.isVisible()) {
    if (Date.now() > deadline) throw new Error(`The menu does not take "${label}".`);
    await item.click({ timeout: menuTimeoutMs }).catch(() => undefined);
    await item.waitFor({ state: 'hidden', timeout: 200 }).catch(() => undefined);
  }
}

/** Puts the keyboard into a view's tree, with a row focused; no action, it is where a job starts. */
export async function focusRow(target: Locator): Promise<void> {
  await target.locator('.label-name').first().click();
}
