import type * as vscode from 'vscode';
import type { TaskRef } from '../domain/task.ts';
import { registerLinks } from './links/linkCommands.ts';
import type { LinkCommands } from './links/linkCommands.ts';
import type { LoadOnDemand } from './onDemand.ts';
import type { Services } from './services.ts';
import type { UpdateFeatures } from './updates/registerUpdateFeatures.ts';

interface EntrancesDeps {
  readonly extensionId: string;
  readonly onDemand: LoadOnDemand;
  readonly features: UpdateFeatures;
  /** Shows a task's row in the Workflows view; false where it cannot. */
  reveal(ref: TaskRef): Promise<boolean>;
}

/** Ways to a task beside the trees and the palette; most of their code is in the second bundle. */
export interface Entrances extends vscode.Disposable {
  readonly links: LinkCommands;
}

export function registerEntrances(services: Services, deps: EntrancesDeps): Entrances {
  const links = registerLinks(services, { ...deps, ...deps.features });
  return { links, dispose: () => links.dispose() };
}
