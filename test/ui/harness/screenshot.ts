import { mkdirSync, readFileSync } from 'node:fs';
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
 * Takes a picture of a part of the window in all three themes: <name>-<theme>.png in dist/ui. With
 * `npm run test:ui -- --pictures`, what the README shows goes to media/ui instead.
 */
export async function screenshot(
  workbench: Workbench,
  name: string,
  part?: Locator | Clip,
): Promise<void> {
  mkdirSync(inRoot('dist/ui'), { recursive: true });
  for (const theme of themes) {
    await switchTheme(workbench.page, theme);
    const options = {
      path: inRoot(pathOf(`${name}-${theme}.png`)),
      scale: 'css',
      animations: 'disabled',
    } as const;
    if (part === undefined) await workbench.page.screenshot(options);
    else if ('width' in part) await workbench.page.screenshot({ ...options, clip: part });
    else await part.screenshot(options);
  }
  await switchTheme(workbench.page, 'light');
}

function pathOf(file: string): string {
  const shown = `media/ui/${file}`;
  const isRenewed = process.env['WORKFLOW_TASKS_PICTURES'] !== undefined;
  const isShown = readFileSync(inRoot('README.md'), 'utf8').includes(shown);
  return isRenewed && isShown ? shown : `dist/ui/${file}`;
}
