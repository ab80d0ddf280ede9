import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { inRoot } from '../../../scripts/root.ts';
import { switchTheme, themes } from './themes.ts';
import type { Workbench } from './workbench.ts';

/** A rectangle of the window, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture of a part of the window in all three themes: <name>-<theme>.png in dist/ui, or
 * in media/ui with `npm run test:ui -- --pictures`.
 */
export async function screenshot(
  workbench: Workbench,
  name: string,
  part?: Locator | Clip,
): Promise<void> {
  const folder = inRoot(process.env['WORKFLOW_TASKS_PICTURES'] ? 'media/ui' : 'dist/ui');
  mkdirSync(folder, { recursive: true });
  for (const theme of themes) {
    await switchTheme(workbench, theme);
    const options = {
      path: `${folder}/${name}-${theme}.png`,
      scale: 'css',
      animations: 'disabled',
    } as const;
    if (part === undefined) await workbench.page.screenshot(options);
    else if ('width' in part) await workbench.page.screenshot({ ...options, clip: part });
    else await part.screenshot(options);
  }
  await switchTheme(workbench, 'light');
}
