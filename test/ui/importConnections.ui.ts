import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMock } from '../support/startMock.ts';
import { press } from './harness/actions.ts';
import { notifications } from './harness/messages.ts';
import { choice, pickByTyping, quickInput, runCommand, waitForStep } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar } from './harness/sideBar.ts';
import { row } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';

const secret = 'imported-canary-secret';

uiTest(
  'a .env of the CDF toolkit becomes a connection, its secret not a setting',
  async (workbench) => {
    const mock = await startMock();
    try {
      writeFileSync(
        join(workbench.workspace, '.env'),
        `CDF_URL=${new URL(mock.conductorUrl).origin}\nCDF_PROJECT=demo\nLOGIN_FLOW=token\nCDF_TOKEN=${secret}\n`,
      );
      await openSideBar(workbench);
      await runCommand(workbench, 'Workflow Tasks: Import Connections');
      await waitForStep(workbench, 'Import connections (1/2)');
      await choice(workbench, 'demo').waitFor();
      const preview = (await quickInput(workbench).textContent()) ?? '';
      assert.match(preview, /From \.env · project demo · signIn token · with its secret/);
      assert.doesNotMatch(preview, new RegExp(secret));
      await screenshot(workbench, 'import', quickInput(workbench));

      await press(workbench, 'Enter');
      await waitForStep(workbench, 'Import connections (2/2)');
      await pickByTyping(workbench, 'Development');
      await notifications(workbench).filter({ hasText: 'demo works' }).waitFor();
      await row(workbench, 'Workflows', 'compressor-quality-gate').waitFor();

      const settings = readFileSync(join(workbench.userDataDir, 'User', 'settings.json'), 'utf8');
      assert.match(settings, /"project": "demo"/);
      assert.doesNotMatch(settings, new RegExp(secret));
    } finally {
      await mock.close();
    }
  },
);
