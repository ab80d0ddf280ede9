import * as vscode from 'vscode';
import { outcomeNames } from '../../app/journal/journalFilter.ts';
import type { JournalFilter } from '../../app/journal/journalFilter.ts';
import { sinceChoices } from '../../app/viewFilter.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { outcomeLooks } from '../words/outcomeLook.ts';
import { iconFree } from '../words/plainText.ts';

/** Asks for a filter, starting from the present one; undefined when the person left. */
export async function askForFilter(
  filter: JournalFilter,
  connections: readonly string[],
): Promise<JournalFilter | undefined> {
  const which = await askWhich(filter, connections);
  if (which === undefined) return undefined;
  const since = await askForSince(filter);
  if (since === undefined) return undefined;
  const text = await vscode.window.showInputBox({
    title: 'Filter updates: text (3 of 3)',
    prompt:
      'Words from the names of task, workflow or connection, an ID or the status; empty for all.',
    value: filter.text ?? '',
  });
  if (text === undefined) return undefined;
  return { ...which, ...since, ...(text.trim() === '' ? {} : { text: text.trim() }) };
}

interface WhichItem extends vscode.QuickPickItem {
  readonly outcome?: Outcome['kind'];
  readonly connection?: string;
}

async function askWhich(
  { outcomes = [], connections: chosen = [] }: JournalFilter,
  connections: readonly string[],
): Promise<Pick<JournalFilter, 'outcomes' | 'connections'> | undefined> {
  const outcomeItems = outcomeKinds.map((outcome): WhichItem => ({
    label: outcomeNames[outcome],
    iconPath: new vscode.ThemeIcon(outcomeLooks[outcome].icon.name),
    picked: outcomes.includes(outcome),
    outcome,
  }));
  // The journal and the filter may name connections that the settings no longer have.
  const names = [...new Set([...connections, ...chosen])];
  const connectionItems = names.map((connection): WhichItem => ({
    label: iconFree(connection),
    iconPath: new vscode.ThemeIcon('server'),
    picked: chosen.includes(connection),
    connection,
  }));
  const picked = await vscode.window.showQuickPick<WhichItem>(
    [separator('Outcome'), ...outcomeItems, separator('Connection'), ...connectionItems],
    {
      title: 'Filter updates: outcome and connection (1 of 3)',
      placeHolder: 'Pick none for all',
      canPickMany: true,
    },
  );
  if (picked === undefined) return undefined;
  const wanted = picked.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  const on = picked.flatMap(({ connection }) => (connection === undefined ? [] : [connection]));
  return {
    ...(wanted.length === 0 ? {} : { outcomes: wanted }),
    ...(on.length === 0 ? {} : { connections: on }),
  };
}

async function askForSince({
  sinceHours,
}: JournalFilter): Promise<Pick<JournalFilter, 'sinceHours'> | undefined> {
  const all: vscode.QuickPickItem & { readonly hours?: number } = { label: 'Any time' };
  const choices = sinceChoices.map(({ hours, label }) => ({
    label: `Sent in the ${label}`,
    hours,
    ...(hours === sinceHours ? { description: 'now' } : {}),
  }));
  const picked = await vscode.window.showQuickPick([all, ...choices], {
    title: 'Filter updates: time (2 of 3)',
  });
  if (picked === undefined) return undefined;
  return picked.hours === undefined ? {} : { sinceHours: picked.hours };
}

// The keys of a record that has every outcome.
const outcomeKinds = Object.keys(outcomeNames) as Outcome['kind'][];

function separator(label: string): WhichItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
