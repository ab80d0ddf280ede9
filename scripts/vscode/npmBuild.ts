import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cached } from '../cache.ts';
import { inRoot } from '../root.ts';
import { mustRun } from '../run.ts';
import type { Release } from './releases.ts';
import { releases } from './releases.ts';

/** VS Code's server and web workbench, from the npm package code-server. */
export interface NpmBuild {
  readonly release: Release;
  /** The folder that holds out/server-main.js. */
  readonly folder: string;
  /** The path of the Node that this build needs. */
  readonly node: string;
}

/** Installs it into the cache if it is missing: about 20 seconds and 170 MB. */
export async function ensureNpmBuild(release: Release): Promise<NpmBuild> {
  const { codeServer } = releases[release];
  const folder = await cached(`code-server-${codeServer}`, async (growing) => {
    console.log(`Getting VS Code ${release} (npm package code-server ${codeServer})…`);
    writeFileSync(join(growing, 'package.json'), '{ "private": true }\n');
    // Its install scripts compile and download parts that the workbench does not need.
    await npm(growing, ['install', '--ignore-scripts', `code-server@${codeServer}`]);
    // `npm ci` fails here: the lock file of the package is out of date.
    await npm(vscodeFolder(growing), ['install', '--ignore-scripts', '--omit=dev']);
  });
  return { release, folder: vscodeFolder(folder), node: await ensureNode(releases[release].node) };
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules/code-server/lib/vscode');
}

async function ensureNode(major: 20 | 24): Promise<string> {
  const there = [process.execPath, inRoot('node_modules/node/bin/node'), ...nodesInPath()];
  const fitting = there.find((node) => existsSync(node) && majorOf(node) === major);
  if (fitting) return fitting;
  const folder = await cached(`node-${major}`, async (growing) => {
    console.log(`Getting Node ${major}…`);
    writeFileSync(join(growing, 'package.json'), '{ "private": true }\n');
    await npm(growing, ['install', `node@${major}`]);
  });
  return join(folder, 'node_modules/node/bin/node');
}

function nodesInPath(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
}

function majorOf(node: string): number {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return Number.parseInt(stdout, 10);
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  await mustRun('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    quiet: true,
  });
}
