import { clickWelcomeButton, openSideBar, view } from './sideBar.ts';
import { row } from './tree.ts';
import type { Workbench } from './workbench.ts';

/** Switches the demo on as a new user does, and waits until both trees are there. */
export async function startDemo(workbench: Workbench): Promise<void> {
  await openSideBar(workbench);
  await clickWelcomeButton(workbench, 'Workflows', 'Try the Demo');
  await row(workbench, 'Waiting', 'approve_equipment').waitFor();
  await row(workbench, 'Workflows', 'order_fulfilment').waitFor();
}

/** Looks at files instead, so that the views are hidden; where many a job starts. */
export async function hideSideBar(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.activitybar [aria-label^="Explorer"]').first().click();
  await view(workbench, 'Workflows').waitFor({ state: 'hidden' });
}
