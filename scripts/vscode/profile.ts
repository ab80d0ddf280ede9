import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings of a new user who has closed every welcome page and tip. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
};

/** Writes a profile's user settings. Call it before a window opens: the npm build does not watch them. */
export function writeSettings(
  userDataDir: string,
  settings: Readonly<Record<string, unknown>>,
): void {
  const folder = join(userDataDir, 'User');
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
  writeFileSync(join(folder, 'settings.json'), `${text}\n`);
}
