import { join } from 'node:path';
import type * as bundle from '../../src/mock/mockServer.ts';
import { controlMock } from '../support/startMock.ts';
import type { TestMock } from '../support/startMock.ts';
import { extension } from './extension.ts';

/** Starts the mock server from the bundle that is shipped, inside the extension host. */
export async function startMock(
  options: bundle.MockServerOptions = { seed: 'empty' },
): Promise<TestMock> {
  const path = join(extension().extensionPath, 'dist', 'mock.cjs');
  const mock = require(path) as typeof bundle;
  return controlMock(await mock.startMock(options));
}
