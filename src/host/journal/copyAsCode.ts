import * as vscode from 'vscode';
import type { Snippet, SnippetSource } from '../../domain/snippet.ts';
import { PlainError } from '../words/plainError.ts';
import { listPick } from '../ui/listPick.ts';
import { iconFree } from '../words/plainText.ts';
import { copiedUpdate } from './copiedUpdate.ts';
import type { CopiedUpdate } from './copiedUpdate.ts';
import type { JournalParts } from './journalParts.ts';

const shownMs = 8_000;

/** Copies an update as a curl command. */
export async function copyAsCurl(parts: JournalParts, argument: unknown): Promise<void> {
  const copied = await copiedUpdate(parts, argument, 'Copy Update as curl');
  if (copied === undefined) return;
  const source = await sourceOf(parts, copied);
  const curl = snippets(parts, source).find(({ language }) => language === 'shell');
  if (curl !== undefined) await copy(curl);
}

/** Copies an update as code for one of the vendor's SDKs. */
export async function copyAsCode(parts: JournalParts, argument: unknown): Promise<void> {
  const copied = await copiedUpdate(parts, argument, 'Copy Update as Code');
  if (copied === undefined) return;
  const source = await sourceOf(parts, copied);
  const picked = await listPick<Snippet>({
    title: 'Copy Update as Code',
    placeholder: 'Choose what it is to run with',
    load: async () => ({
      choices: snippets(parts, source).map((snippet) => ({
        label: snippet.label,
        icon: snippet.language === 'shell' ? 'terminal' : 'code',
        value: snippet,
      })),
    }),
  });
  if (picked.kind === 'picked') await copy(picked.value);
}

/**
 * The request as it was sent. If the journal does not have it, the request as it would be sent now.
 */
async function sourceOf(parts: JournalParts, copied: CopiedUpdate): Promise<SnippetSource> {
  const { ref, update } = copied;
  const { engine, connection } = await parts.connections.connected(ref.connection);
  if (copied.request !== undefined) return { connection, request: copied.request };
  const { signal } = new AbortController();
  const task = copied.task ?? (await engine.readTask(ref, signal));
  if (task === undefined) {
    throw new PlainError('The request was not kept, and the engine knows the task no more.');
  }
  if (engine.preview === undefined) throw new PlainError('This engine tells no requests.');
  return { connection, request: await engine.preview(task, update, signal) };
}

function snippets({ snippetsOf }: JournalParts, source: SnippetSource): readonly Snippet[] {
  return snippetsOf(source.connection.engine, source);
}

async function copy({ label, code, reads }: Snippet): Promise<void> {
  await vscode.env.clipboard.writeText(code);
  const names = reads.map((name) => `$${name}`).join(', ');
  const text = `Copied for ${label}${names && `; it reads ${names} from the environment`}`;
  vscode.window.setStatusBarMessage(`$(check) ${iconFree(text)}`, shownMs);
}
