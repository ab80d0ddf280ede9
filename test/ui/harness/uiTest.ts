import { inWorkbench } from './inWorkbench.ts';
import { screenTest } from './screenTest.ts';
import type { Workbench, WorkbenchOptions } from './workbench.ts';

/** A test in a fresh workbench. */
export function uiTest(
  name: string,
  flow: (workbench: Workbench) => Promise<void>,
  options: WorkbenchOptions = {},
): void {
  screenTest(name, () => inWorkbench(name, options, flow));
}
