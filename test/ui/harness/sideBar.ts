import type { Locator } from 'playwright-core';
import { click } from './actions.ts';
import type { Workbench } from './workbench.ts';

/**
 * Opens the Workflow Tasks side bar by its icon and waits for the Workflows view; one action, none
 * where it is open already: another click would close it.
 */
export async function openSideBar(workbench: Workbench): Promise<void> {
  // A window that has just been loaded shows the side bar of before a moment after its icons.
  const title = workbench.page.locator('.part.sidebar .composite.title h2');
  await title.waitFor();
  if (/workflow tasks/i.test((await title.textContent()) ?? '')) {
    return view(workbench, 'Workflows').waitFor();
  }
  await click(
    workbench,
    // Not the icon itself: the badge with the number of waiting tasks lies above it.
    workbench.page.locator('.activitybar .action-item:has([aria-label^="Workflow Tasks"])'),
  );
  await view(workbench, 'Workflows').waitFor();
}

/** A view of the side bar by its name: "Workflows", "Updates". */
export function view(workbench: Workbench, name: string): Locator {
  return workbench.page.locator('.sidebar .pane').filter({
    has: workbench.page.locator(`.pane-header[aria-label="${name} Section"]`),
  });
}

/** Opens or closes a view by its header, to give the others room: only rows on screen exist. */
export async function toggleView(workbench: Workbench, name: string): Promise<void> {
  await click(workbench, view(workbench, name).locator('.pane-header h3.title'));
}

/** Folds the other views: only rows on screen exist, and all that waits gets the room. */
export async function makeRoomForWaiting(workbench: Workbench): Promise<void> {
  await toggleView(workbench, 'Workflows');
  await toggleView(workbench, 'Updates');
}

/** A button in a view's title bar, by the start of its label; shown while the view is hovered. */
export async function clickTitleAction(
  workbench: Workbench,
  viewName: string,
  label: string,
): Promise<void> {
  const pane = view(workbench, viewName);
  await pane.hover();
  await click(workbench, pane.locator(`.pane-header .action-label[aria-label^="${label}"]`));
}

/** A button of a view's welcome text; one action. */
export async function clickWelcomeButton(
  workbench: Workbench,
  viewName: string,
  label: string,
): Promise<void> {
  await click(
    workbench,
    view(workbench, viewName).locator('.welcome-view a.monaco-button', { hasText: label }),
  );
}

/** Drags the side bar's edge until it is this many pixels wide; for pictures. */
export async function widenSideBar({ page }: Workbench, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('The side bar is not open.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + width, y, { steps: 5 });
  await page.mouse.up();
}
