import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/root.ts';
import type { Workbench, WorkbenchOptions } from './workbench.ts';
import { openWorkbench } from './workbench.ts';

/** How long a single step may wait for what it expects on screen. */
export const stepTimeoutMs = 30_000;

/**
 * Does something in a fresh workbench and closes it. Where it fails, dist/ui/FAILED-<name>.png
 * shows what was on screen.
 */
export async function inWorkbench(
  name: string,
  options: WorkbenchOptions,
  flow: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench(options);
  workbench.page.setDefaultTimeout(stepTimeoutMs);
  try {
    await flow(workbench);
  } catch (error) {
    await pictureOfFailure(workbench, name);
    throw error;
  } finally {
    await workbench.close();
  }
}

/** Says where it is: dist/ui/FAILED-<name>.png. */
export async function pictureOfFailure(workbench: Workbench, name: string): Promise<void> {
  mkdirSync(inRoot('dist/ui'), { recursive: true });
  const path = join('dist/ui', `FAILED-${name.replaceAll(/\W+/g, '-')}.png`);
  await workbench.page.screenshot({ path: inRoot(path) });
  console.error(`"${name}" failed; the screen is in ${path}.`);
}
