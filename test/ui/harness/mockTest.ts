import type { TestMock } from '../../support/startMock.ts';
import { startMock } from '../../support/startMock.ts';
import { inWorkbench } from './inWorkbench.ts';
import { screenTest } from './screenTest.ts';
import type { Workbench } from './workbench.ts';

/** A connection as the settings have it. */
export interface SavedConnection {
  readonly id: string;
  readonly name: string;
  readonly engine: 'conductor' | 'cognite' | 'xpander';
  readonly url: string;
  readonly environment?: 'development' | 'staging' | 'production';
  readonly readOnly?: boolean;
  /** What only Cognite asks for. */
  readonly project?: string;
  readonly signIn?: 'token';
}

/**
 * A test whose connections lead to a mock server of its own, outside of VS Code: it can see every
 * request and make the server misbehave. One connection, "Shop", unless others are given.
 * `others` are further settings.
 */
export function mockTest(
  name: string,
  flow: (workbench: Workbench, mock: TestMock) => Promise<void>,
  connections: (mock: TestMock) => readonly SavedConnection[] = (mock) => [connectionTo(mock)],
  others: Readonly<Record<string, unknown>> = {},
): void {
  screenTest(name, async () => {
    const mock = await startMock();
    try {
      const settings = { ...others, 'workflowTasks.connections': connections(mock) };
      await inWorkbench(name, { settings }, (workbench) => flow(workbench, mock));
    } finally {
      await mock.close();
    }
  });
}

/** The connection "Shop" to a mock server, or one that differs from it. */
export function connectionTo(mock: TestMock, own: Partial<SavedConnection> = {}): SavedConnection {
  return { id: 'shop', name: 'Shop', engine: 'conductor', url: mock.conductorUrl, ...own };
}

/** What was asked of the server beyond reading, oldest first: "POST /api/tasks/…". */
export async function writes(mock: TestMock): Promise<readonly string[]> {
  const requests = await mock.requests();
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
}
