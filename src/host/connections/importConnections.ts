import * as vscode from 'vscode';
import { iconFree, linkFree } from '../words/plainText.ts';
import type { Candidate } from '../../discovery/candidate.ts';
import { placements } from './placements.ts';
import { testAndSave } from './editConnection.ts';
import { readCandidates } from './readCandidates.ts';
import type { EditParts } from './editConnection.ts';
import { askSecret } from './signIn.ts';

/** Offers the connections of other tools. Picked ones are tested, then saved. */
export async function importConnections(parts: EditParts): Promise<void> {
  const { candidates, problems } = await readCandidates();
  for (const problem of problems) void vscode.window.showWarningMessage(linkFree(problem));
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage(
      'Nothing to import: no environment variables, no conductor-cli configuration, no .env of the CDF toolkit in the workspace, no xpander.ai credentials.',
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(candidates.map(toItem), {
    title: 'Import connections (1/2)',
    placeHolder: 'Each is tried before it is saved; secrets go to the secret storage only',
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined || picked.length === 0) return;
  const placement = await vscode.window.showQuickPick(placements, {
    title: 'Import connections (2/2)',
    placeHolder: 'How careful must their updates be?',
    ignoreFocusOut: true,
  });
  if (placement === undefined) return;
  for (const { candidate } of picked) {
    const { environment, readOnly } = placement;
    const connection = { ...candidate.connection, id: parts.newId(), environment, readOnly };
    const secret = candidate.secret ?? (await missingSecret(candidate, parts));
    if (secret !== undefined) await testAndSave(connection, secret, parts);
  }
}

// Shows the details and the source, never the secret.
function toItem(candidate: Candidate) {
  const { connection, source, secret, problem } = candidate;
  const details = Object.entries(connection.details).map(([key, value]) => `${key} ${value}`);
  const parts = [
    `From ${source}`,
    ...details,
    ...(secret === undefined ? [] : ['with its secret']),
    ...(problem === undefined ? [] : [problem]),
  ];
  return {
    label: iconFree(connection.name),
    description: iconFree(connection.url),
    detail: iconFree(parts.join(' · '), 300),
    picked: true,
    candidate,
  };
}

/** Asks for a missing secret. Empty when none is needed; undefined when the person left. */
async function missingSecret(
  { connection }: Candidate,
  { choices }: EditParts,
): Promise<string | undefined> {
  const field = choices.find((choice) => choice.kind === connection.engine)?.secret;
  if (field?.when(connection.details) !== true) return '';
  return askSecret(field, connection.name, false);
}
