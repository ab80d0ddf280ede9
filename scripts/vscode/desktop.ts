import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from '../cache.ts';
import type { Release } from './releases.ts';
import { releases } from './releases.ts';

const idleTimeoutMs = 10_000;

/**
 * The desktop build's executable. Undefined if there is no screen or the download fails.
 * WORKFLOW_TASKS_VSCODE=desktop insists on it; =npm never takes it.
 */
export async function findDesktop(release: Release): Promise<string | undefined> {
  const wanted = process.env['WORKFLOW_TASKS_VSCODE'];
  if (wanted === 'npm') return undefined;
  if (wanted !== 'desktop' && !hasScreen()) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: releases[release].desktop,
      cachePath: join(cacheFolder(), 'desktop'),
      timeout: idleTimeoutMs,
    });
  } catch (error) {
    if (wanted === 'desktop') throw error;
    console.log(`VS Code ${release} for the desktop cannot be downloaded; using the npm build.`);
    return undefined;
  }
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
