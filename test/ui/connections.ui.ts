import assert from 'node:assert/strict';
import { startMock } from '../support/startMock.ts';
import { press } from './harness/actions.ts';
import { dialog, notificationTexts, notifications } from './harness/messages.ts';
import {
  clickQuickInputButton,
  escape,
  fillInput,
  inputValue,
  pickByTyping,
  reloadWindow,
  quickInput,
  runCommand,
  waitForStep,
} from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar, view } from './harness/sideBar.ts';
import { row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

uiTest('a connection is added, edited and removed by keyboard', async (workbench) => {
  const mock = await startMock();
  try {
    await openSideBar(workbench);
    await tabToButton(workbench, 'Add a Connection');
    await press(workbench, 'Enter');
    await pickByTyping(workbench, 'Conductor');
    await refuseBadAddress(workbench);
    await fillIn(workbench, mock.conductorUrl.replace('/api', '/'), 'Shop');
    await row(workbench, 'Workflows', 'Shop').waitFor();
    await row(workbench, 'Workflows', 'order_fulfilment').waitFor();
    await notifications(workbench).filter({ hasText: 'Shop works' }).waitFor();

    await runCommand(workbench, 'Workflow Tasks: Edit Connection');
    await pickByTyping(workbench, 'Shop');
    await fillIn(workbench, 'http://127.0.0.1:9/api', 'Outlet');
    await notifications(workbench).filter({ hasText: 'Outlet is not saved' }).waitFor();
    assert.match((await notificationTexts(workbench)).join(), /cannot be reached/);
    assert.equal(await row(workbench, 'Workflows', 'Outlet').count(), 0);
    await runCommand(workbench, 'Workflow Tasks: Edit Connection');
    await pickByTyping(workbench, 'Shop');
    await fillIn(workbench, mock.conductorUrl, 'Outlet');
    await row(workbench, 'Workflows', 'Outlet').waitFor();

    await runCommand(workbench, 'Workflow Tasks: Remove Connection');
    await pickByTyping(workbench, 'Outlet');
    await dialog(workbench).waitFor();
    await press(workbench, 'Enter');
    await row(workbench, 'Workflows', 'Outlet').waitFor({ state: 'detached' });
    await view(workbench, 'Workflows').locator('.welcome-view a.monaco-button').first().waitFor();
  } finally {
    await mock.close();
  }
});

uiTest('the form goes back, and goes on where it was left', async (workbench) => {
  await runCommand(workbench, 'Workflow Tasks: Add Connection…');
  await pickByTyping(workbench, 'Conductor');
  await waitForStep(workbench, 'Conductor: address');
  await fillInput(workbench, 'http://localhost:7/api');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: Key ID');
  await fillInput(workbench, 'my-key');
  await clickQuickInputButton(workbench, 'Back');
  await waitForStep(workbench, 'Conductor: address');
  assert.equal(await inputValue(workbench), 'http://localhost:7/api');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: Key ID');
  assert.equal(await inputValue(workbench), 'my-key');
  await screenshot(workbench, 'connections-back');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: name');
  await fillInput(workbench, 'Half a sho');
  await escape(workbench);

  await reloadWindow(workbench);
  await runCommand(workbench, 'Workflow Tasks: Add Connection…');
  await waitForStep(workbench, 'Conductor: name');
  assert.equal(await inputValue(workbench), 'Half a sho');
  await press(workbench, 'Enter');
  await pickByTyping(workbench, 'Staging');
  await waitForStep(workbench, 'Half a sho: Key secret');
  await fillInput(workbench, 'canary-secret');
  await clickQuickInputButton(workbench, 'Back');
  await waitForStep(workbench, 'Conductor: environment');
  await pickByTyping(workbench, 'Staging');
  await waitForStep(workbench, 'Key secret');
  assert.equal(await inputValue(workbench), '');
});

async function tabToButton(workbench: Workbench, label: string): Promise<void> {
  const button = view(workbench, 'Workflows').locator('a.monaco-button', { hasText: label });
  await button.waitFor();
  const focused = view(workbench, 'Workflows').locator('a.monaco-button:focus', { hasText: label });
  for (let tabs = 0; tabs < 60 && (await focused.count()) === 0; tabs += 1) {
    await press(workbench, 'Tab');
  }
  assert.equal(await focused.count(), 1, `"${label}" cannot be reached with Tab`);
}

async function refuseBadAddress(workbench: Workbench): Promise<void> {
  await waitForStep(workbench, 'Conductor: address');
  await fillInput(workbench, 'localhost:8080');
  await quickInput(workbench).getByText('must begin with http').waitFor();
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: address');
  await fillInput(workbench, 'http://me:secret@localhost:8080');
  await quickInput(workbench).getByText('secrets never stand in settings').waitFor();
}

/** Fills in the form from the address on; the rest is left as it is. */
async function fillIn(workbench: Workbench, url: string, name: string): Promise<void> {
  await waitForStep(workbench, 'Conductor: address');
  await fillInput(workbench, url);
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: Key ID');
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: name');
  await fillInput(workbench, name);
  await press(workbench, 'Enter');
  await waitForStep(workbench, 'Conductor: environment');
  await pickByTyping(workbench, 'Development');
}
