import assert from 'node:assert/strict';
import type { MockServer } from '../../src/mock/server.ts';
import { startMock } from './mock.ts';

describe('the mock server', () => {
  let mock: MockServer;
  before(async () => {
    mock = await startMock();
  });
  after(() => mock.close());

  it('runs inside the extension host and has workflows to show', async () => {
    const response = await fetch(`${mock.urls.conductor}/metadata/workflow`);

    assert.equal(response.status, 200);
    const workflows = (await response.json()) as readonly unknown[];
    assert.ok(workflows.length > 0);
  });
});
