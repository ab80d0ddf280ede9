import { createConductorClient, task } from '../support/conductorClient.ts';
import { startMock } from '../support/startMock.ts';
import { job } from './harness/actions.ts';
import { hideSideBar } from './harness/demo.ts';
import { inWorkbench } from './harness/inWorkbench.ts';
import { connectionTo } from './harness/mockTest.ts';
import { clickDialogButton, dialog } from './harness/messages.ts';
import { escape, pick, quickInput } from './harness/quickInput.ts';
import { screenTest } from './harness/screenTest.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar } from './harness/sideBar.ts';
import { clickStatusItem, statusItem } from './harness/statusBar.ts';
import { chooseFromMenu, row } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

const name = 'the status bar follows the next waiting task of the same execution';

screenTest(name, async () => {
  const mock = await startMock({ seed: 'empty' });
  try {
    const client = createConductorClient(mock.conductorUrl);
    await client.register('parcels', [task('HUMAN', 'check_parcel'), task('HUMAN', 'hand_over')]);
    await client.start('parcels');
    const production = { environment: 'production' } as const;
    const settings = {
      'workflowTasks.connections': [connectionTo(mock, production)],
      'workbench.hover.delay': 100,
    };
    await inWorkbench(name, { settings }, follow);
  } finally {
    await mock.close();
  }
});

async function follow(workbench: Workbench): Promise<void> {
  await openSideBar(workbench);
  const first = row(workbench, 'Waiting', 'check_parcel');
  await first.waitFor();
  await chooseFromMenu(workbench, first, 'Pin Task to Status Bar');
  await statusItem(workbench, 'check_parcel: IN_PROGRESS').waitFor();
  await hideSideBar(workbench);
  await statusItem(workbench, 'check_parcel').hover();
  await workbench.page.locator('.monaco-hover a', { hasText: 'Complete' }).waitFor();
  await screenshot(workbench, 'follow-tooltip');

  // One of the three is the confirmation that production asks for.
  await job(
    workbench,
    'complete the pinned task on production, and stand on the next',
    3,
    async () => {
      await clickStatusItem(workbench, 'check_parcel');
      await pick(workbench, 'Complete Task');
      await confirm(workbench);
      await statusItem(workbench, 'hand_over: IN_PROGRESS').waitFor();
    },
  );
  await statusItem(workbench, 'check_parcel is COMPLETED. Now pinned: hand_over').waitFor();
  await screenshot(workbench, 'follow-next');

  await clickStatusItem(workbench, 'hand_over: ');
  await pick(workbench, 'Complete Task');
  await confirm(workbench);
  await statusItem(workbench, 'hand_over: COMPLETED').waitFor();
  await clickStatusItem(workbench, 'hand_over: ');
  await quickInput(workbench).getByText('Pin Next Waiting Task…').waitFor();
  await screenshot(workbench, 'follow-over');
  await pick(workbench, 'Pin Next Waiting Task…');
  await quickInput(workbench).getByText('Nothing else waits on Shop').waitFor();
  await escape(workbench);
}

async function confirm(workbench: Workbench): Promise<void> {
  await dialog(workbench).waitFor();
  await clickDialogButton(workbench, 'Complete Task');
}
