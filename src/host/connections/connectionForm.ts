import * as vscode from 'vscode';
import { problemOfUrl } from '../../app/connectionSettings.ts';
import type {
  Connection,
  DetailField,
  EngineKind,
  Environment,
  SecretField,
} from '../../domain/connection.ts';
import { askDetails } from './askDetails.ts';

/** The engines that can be connected, as extension.ts hands them in. */
export interface EngineChoice {
  readonly kind: EngineKind;
  readonly label: string;
  /** What an address looks like. */
  readonly exampleUrl: string;
  readonly details: readonly DetailField[];
  readonly secret?: SecretField;
}

interface Placement {
  readonly environment: Environment;
  readonly readOnly: boolean;
}

/** How careful updates must be: one pick for two settings. */
export const placements: readonly (vscode.QuickPickItem & Placement)[] = [
  { label: 'Development', environment: 'development', readOnly: false },
  { label: 'Staging', environment: 'staging', readOnly: false },
  {
    label: 'Production',
    detail: 'Every update is confirmed once more; the status bar is coloured.',
    environment: 'production',
    readOnly: false,
  },
  {
    label: 'Production, read only',
    detail: 'Shows everything and sends nothing.',
    environment: 'production',
    readOnly: true,
  },
];

/** Asks for everything a connection needs; undefined when the person went away. */
export async function askForConnection(
  start: Partial<Connection>,
  choices: readonly EngineChoice[],
  newId: () => string,
): Promise<Connection | undefined> {
  const choice = await askForEngine(start, choices);
  if (choice === undefined) return undefined;
  const url = await vscode.window.showInputBox({
    title: `${choice.label}: address`,
    prompt: 'The address of the server, with or without /api.',
    value: start.url ?? choice.exampleUrl,
    ignoreFocusOut: true,
    validateInput: (text) => problemOfUrl(text.trim()),
  });
  if (url === undefined) return undefined;
  const details = await askDetails(choice.details, start.details ?? {}, choice.label);
  if (details === undefined) return undefined;
  const name = await vscode.window.showInputBox({
    title: `${choice.label}: name`,
    prompt: 'What the tree shows.',
    value: start.name ?? new URL(url.trim()).host,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A connection needs a name.' : undefined),
  });
  if (name === undefined) return undefined;
  const placement = await vscode.window.showQuickPick(placements, {
    title: `${choice.label}: environment`,
    placeHolder: 'How careful must updates be?',
    ignoreFocusOut: true,
  });
  if (placement === undefined) return undefined;
  return {
    id: start.id ?? newId(),
    engine: choice.kind,
    url: url.trim(),
    name: name.trim(),
    environment: placement.environment,
    readOnly: placement.readOnly,
    details,
  };
}

async function askForEngine(
  start: Partial<Connection>,
  choices: readonly EngineChoice[],
): Promise<EngineChoice | undefined> {
  const present = choices.find((choice) => choice.kind === start.engine);
  if (present !== undefined || choices.length === 1) return present ?? choices[0];
  const picked = await vscode.window.showQuickPick(
    choices.map((choice) => ({ label: choice.label, choice })),
    { title: 'Add connection', placeHolder: 'What kind of server is it?' },
  );
  return picked?.choice;
}
