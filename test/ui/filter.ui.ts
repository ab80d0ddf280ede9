import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { pick, waitForStep } from './harness/quickInput.ts';
import { clickTitleAction, view } from './harness/sideBar.ts';
import { clickRow, expandRow, row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';

uiTest('a filter that matches nothing says so and is cleared with a click', async (workbench) => {
  await startDemo(workbench);
  await expandRow(workbench, row(workbench, 'Workflows', 'loan_approval'));
  const execution = row(workbench, 'Workflows', 'loan-325');
  await execution.waitFor();

  await clickTitleAction(workbench, 'Workflows', 'Filter Executions');
  await waitForStep(workbench, 'Filter executions: status');
  await pick(workbench, 'TIMED_OUT');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Filter executions: time');
  await pick(workbench, 'Any time');
  await waitForStep(workbench, 'Filter executions: text');
  await press(workbench, 'Enter');

  const clear = row(workbench, 'Workflows', 'Clear filter');
  await row(workbench, 'Workflows', 'Nothing matches the filter').waitFor();
  assert.equal(await execution.count(), 0);
  await view(workbench, 'Workflows').getByText('Only TIMED_OUT').waitFor();
  await clickRow(workbench, clear);
  await execution.waitFor();
  await view(workbench, 'Workflows').getByText('Only TIMED_OUT').waitFor({ state: 'hidden' });
});
