import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packFolder } from '../vscode/packFolder.ts';

/** An extension that starts the demo as soon as VS Code is up. */
interface DemoStarter {
  readonly folder: string;
  readonly vsix: string;
}

const code = `exports.activate = () =>
  require('vscode').commands.executeCommand('workflowTasks.demo.start');
`;

/**
 * Makes it below `parent`. Settings alone cannot show the demo: the connections of two engines
 * need a secret, and secrets stand in no file.
 */
export async function makeDemoStarter(parent: string): Promise<DemoStarter> {
  const folder = join(parent, 'demo-starter');
  mkdirSync(folder);
  writeFileSync(join(folder, 'extension.js'), code);
  writeFileSync(join(folder, 'README.md'), 'Starts the demo of Workflow Tasks.\n');
  const vsix = await packFolder(folder, {
    name: 'demo-starter',
    publisher: 'workflow-tasks',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents: ['onStartupFinished'],
  });
  return { folder, vsix };
}
