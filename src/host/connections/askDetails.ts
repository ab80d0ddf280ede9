import * as vscode from 'vscode';
import type { DetailField } from '../../domain/connection.ts';

type Details = Readonly<Record<string, string>>;

/** Asks for what an engine wants to know, one field at a time; undefined when the person left. */
export async function askDetails(
  fields: readonly DetailField[],
  start: Details,
  title: string,
): Promise<Details | undefined> {
  const details: Record<string, string> = {};
  for (const field of fields) {
    if (field.when?.(details) === false) continue;
    const value = await askDetail(field, start[field.key], title);
    if (value === undefined) return undefined;
    if (value !== '') details[field.key] = value;
  }
  return details;
}

async function askDetail(
  field: DetailField,
  value: string | undefined,
  title: string,
): Promise<string | undefined> {
  if (field.choices !== undefined) {
    const items = field.choices.map((choice) => ({
      label: choice.label,
      value: choice.value,
      ...(choice.value === value ? { description: 'now' } : {}),
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: `${title}: ${field.label}`,
      placeHolder: field.help,
      ignoreFocusOut: true,
    });
    return picked?.value;
  }
  const typed = await vscode.window.showInputBox({
    title: `${title}: ${field.label}`,
    prompt: field.optional === true ? `${field.help} May be left empty.` : field.help,
    value: value ?? '',
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' && field.optional !== true ? `${field.label} is needed.` : undefined,
  });
  return typed?.trim();
}
