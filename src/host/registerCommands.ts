import * as vscode from 'vscode';
import type { Log } from '../app/ports.ts';
import type { CommandId } from './manifest.generated.ts';
import type { Handler } from './ui/handler.ts';
import { runCommand } from './ui/runCommand.ts';

/** What is used of the extension's package.json; VS Code has read it already. */
interface PackageJson {
  readonly contributes: { readonly commands: readonly { readonly command: CommandId }[] };
}

type Handlers = Partial<Record<CommandId, Handler>>;

/**
 * Registers every command of package.json. `late` loads the handlers that are missing in `early`.
 * The compiler reports a command that has no handler at all.
 */
export function registerCommands<Early extends Handlers>(
  { log, packageJson }: { readonly log: Log; readonly packageJson: PackageJson },
  early: Early,
  late: () => Promise<Readonly<Record<Exclude<CommandId, keyof Early>, Handler>>>,
): vscode.Disposable {
  const own: Handlers = early;
  const loaded = async (id: CommandId): Promise<Handler> => {
    const handler = ((await late()) as Handlers)[id];
    if (handler === undefined) throw new Error(`There is no handler for ${id}.`);
    return handler;
  };
  const registrations = packageJson.contributes.commands.map(({ command: id }) =>
    vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) =>
      runCommand(id, async () => (own[id] ?? (await loaded(id)))(argument, selected), log),
    ),
  );
  return vscode.Disposable.from(...registrations);
}
