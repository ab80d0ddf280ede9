import type * as vscode from 'vscode';
import { lazy } from '../app/lazy.ts';
import type { Storage } from '../app/ports.ts';
import type { Waiting } from '../app/waiting.ts';
import type { TaskRef } from '../domain/task.ts';
import { registerLinks } from './links/linkCommands.ts';
import type { LinkCommands } from './links/linkCommands.ts';
import type { LoadOnDemand } from './onDemand.ts';
import type { Services } from './services.ts';
import { registerTextUpdates } from './taskList/textUpdates.ts';
import type { TextUpdates } from './taskList/textUpdates.ts';
import type { UpdateFeatures } from './registerUpdateFeatures.ts';

interface EntrancesDeps {
  readonly context: vscode.ExtensionContext;
  readonly storage: Storage;
  newId(): string;
  readonly onDemand: LoadOnDemand;
  readonly features: UpdateFeatures;
  readonly waiting: Waiting;
  /** Shows a task's row in the Workflows view; false where it cannot. */
  reveal(ref: TaskRef): Promise<boolean>;
}

/** Ways to a task beside the trees and the palette; most of their code is in the second bundle. */
export interface Entrances extends vscode.Disposable {
  readonly links: LinkCommands;
  readonly textUpdates: TextUpdates;
  /** Walks all waiting tasks, one at a time. */
  triage(): Promise<void>;
}

export function registerEntrances(services: Services, deps: EntrancesDeps): Entrances {
  const { onDemand, features, waiting } = deps;
  const links = registerLinks(services, {
    ...deps,
    ...features,
    extensionId: deps.context.extension.id,
  });
  const { sendMany } = features.bulk;
  const textUpdates = registerTextUpdates(onDemand, { ...deps, services, sendMany });
  // One for the window: it knows where the last walk stopped.
  const triage = lazy(async () => {
    const { createTriage } = await onDemand();
    const { actions } = features;
    return createTriage({ ...services, actions, waiting, readTask: services.store.task });
  });
  return {
    links,
    textUpdates,
    triage: async () => (await triage.get())(),
    dispose: () => [links, textUpdates].forEach((one) => one.dispose()),
  };
}
