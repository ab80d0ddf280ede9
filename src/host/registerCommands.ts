import * as vscode from 'vscode';
import type { Log } from '../app/ports.ts';
import type { CommandId } from './manifest.generated.ts';
import type { Handler } from './ui/handler.ts';
import { runCommand } from './ui/runCommand.ts';

/** What is used of the extension's package.json; VS Code has read it already. */
interface PackageJson {
  readonly contributes: {
    readonly commands: readonly { readonly command: CommandId }[];
    readonly menus: Readonly<
      Record<'view/title' | 'view/item/context', readonly { readonly command?: string }[]>
    >;
  };
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
  const ofRows = rowCommands(packageJson);
  const loaded = async (id: CommandId): Promise<Handler> => {
    const handler = ((await late()) as Handlers)[id];
    if (handler === undefined) throw new Error(`There is no handler for ${id}.`);
    return handler;
  };
  const registrations = packageJson.contributes.commands.map(({ command: id }) =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => {
      if (ofRows.has(id) && hasNoRow(args)) {
        vscode.window.setStatusBarMessage(
          'The rows were being drawn anew: please click again',
          4000,
        );
        return undefined;
      }
      const [argument, selected] = args;
      return runCommand(id, async () => (own[id] ?? (await loaded(id)))(argument, selected), log);
    }),
  );
  return vscode.Disposable.from(...registrations);
}

/**
 * The commands of rows. A row's button passes the row and the selection; while VS Code draws the
 * rows anew it passes no row. The command must not go on then as if it came from the palette, which
 * passes nothing at all. A view's title passes no row either, so its commands are not among them.
 */
function rowCommands({ contributes: { menus } }: PackageJson): ReadonlySet<string | undefined> {
  const ofTitles = new Set(menus['view/title'].map(({ command }) => command));
  const ofRows = menus['view/item/context'].map(({ command }) => command);
  return new Set(ofRows.filter((command) => !ofTitles.has(command)));
}

function hasNoRow(args: readonly unknown[]): boolean {
  return args.length > 0 && (args[0] ?? undefined) === undefined;
}
