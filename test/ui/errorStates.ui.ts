import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { screenTest } from './harness/screenTest.ts';
import { startMock } from '../support/startMock.ts';
import { inWorkbench } from './harness/inWorkbench.ts';
import { connectionTo } from './harness/mockTest.ts';
import { quickInput, waitForStep } from './harness/quickInput.ts';
import { openSideBar, toggleView } from './harness/sideBar.ts';
import { clickRow, row, rowMatching, rows } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

const name = 'what is wrong with a server stands in its rows';

screenTest(name, async () => {
  const empty = await startMock({ seed: 'empty' });
  const page = await startWebPage();
  const connections = [
    // Port 9 is "discard": nobody listens there.
    connectionTo(empty, { id: 'down', name: 'Down', url: 'http://127.0.0.1:9/api' }),
    connectionTo(empty, { id: 'page', name: 'Page', url: page.url }),
    connectionTo(empty, { id: 'empty', name: 'Empty' }),
  ];
  try {
    await inWorkbench(name, { settings: { 'workflowTasks.connections': connections } }, look);
  } finally {
    await empty.close();
    page.server.close();
  }
});

async function look(workbench: Workbench): Promise<void> {
  await openSideBar(workbench);
  await rowMatching(workbench, 'Workflows', /^The server cannot be reached/).waitFor();
  await rowMatching(workbench, 'Workflows', /with a web page \("Sign in"\)/).waitFor();
  await rowMatching(workbench, 'Workflows', /^No workflows/).waitFor();
  const labels = (await rows(workbench, 'Workflows')).map(({ label }) => label.replace(/: .*/, ''));
  assert.deepEqual(labels, [
    'Down',
    'The server cannot be reached',
    'Try again',
    'Edit connection…',
    'Page',
    'The answer cannot be read',
    'Edit connection…',
    'Show log',
    'Empty',
    'No workflows',
  ]);
  await clickRow(workbench, row(workbench, 'Workflows', 'Edit connection…'));
  await waitForStep(workbench, 'Conductor: address');
  await workbench.page.keyboard.press('Escape');
  await quickInput(workbench).waitFor({ state: 'hidden' });

  // The other views give the rows of waiting tasks the room to be seen.
  await toggleView(workbench, 'Workflows');
  await rowMatching(workbench, 'Waiting', /^Down: The server cannot be reached/).waitFor();
}

async function startWebPage(): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Sign in</title><form></form>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { server, url: `http://127.0.0.1:${address.port}` };
}
