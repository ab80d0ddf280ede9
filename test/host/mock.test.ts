import assert from 'node:assert/strict';
import type { TestMock } from '../support/startMock.ts';
import { startMock } from './mock.ts';

describe('the mock server', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock({ seed: 'demo' });
  });
  after(() => mock.close());

  it('runs inside the extension host and has workflows to show', async () => {
    const response = await fetch(`${mock.conductorUrl}/metadata/workflow`);

    assert.equal(response.status, 200);
    const workflows = (await response.json()) as readonly unknown[];
    assert.ok(workflows.length > 0);
  });
});
