import assert from 'node:assert/strict';
import { job } from './harness/actions.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar, view } from './harness/sideBar.ts';
import { uiTest } from './harness/uiTest.ts';

uiTest('a new user sees the views and what to do first', async (workbench) => {
  await job(workbench, 'open the side bar', 1, () => openSideBar(workbench));

  const buttons = view(workbench, 'Workflows').locator('.welcome-view a.monaco-button');
  await buttons.first().waitFor();
  assert.deepEqual(await buttons.allTextContents(), [
    'Try the Demo',
    'Add a Connection',
    'Import What You Have',
  ]);
  for (const name of ['Waiting', 'Updates']) assert.equal(await view(workbench, name).count(), 1);
  await screenshot(workbench, 'welcome', workbench.page.locator('.part.sidebar'));
});
