import { test } from 'node:test';
import { inWorkbench } from './inWorkbench.ts';
import type { Workbench, WorkbenchOptions } from './workbench.ts';

/** A test in a fresh workbench. */
export function uiTest(
  name: string,
  flow: (workbench: Workbench) => Promise<void>,
  options: WorkbenchOptions = {},
): void {
  test(name, { timeout: 180_000 }, () => inWorkbench(name, options, flow));
}
