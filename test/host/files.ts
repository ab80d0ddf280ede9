import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Draft } from '../../src/app/drafts/drafts.ts';
import { readSegment } from '../../src/app/journal/readSegment.ts';
import type { JournalEntry } from '../../src/domain/outcome.ts';

/** The folder of this user's settings, state and logs; the runner names it. */
function userData(): string {
  const folder = process.env['WORKFLOW_TASKS_USER_DATA'];
  if (!folder) throw new Error('WORKFLOW_TASKS_USER_DATA names no folder');
  return folder;
}

/** Every file that VS Code has written for this user: settings, state, logs, our storage. */
export function profileFiles(): readonly string[] {
  return filesBelow(userData());
}

/** The settled entries of the journal as they lie on the disk, oldest first. */
export function journalFiles(): readonly JournalEntry[] {
  return [...entries('journal'), ...entries('inFlight')]
    .filter(({ outcome }) => outcome !== undefined)
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

/** What was sent and has no outcome yet. */
export function inFlightFiles(): readonly JournalEntry[] {
  return entries('inFlight').filter(({ outcome }) => outcome === undefined);
}

export function draftFiles(): readonly Draft[] {
  return documents('drafts').map((text) => JSON.parse(text) as Draft);
}

/** Throws drafts and journal away: servers of different tests give the same ids to their tasks. */
export function forgetUpdates(): void {
  for (const kind of ['drafts', 'journal', 'inFlight'])
    for (const path of paths(kind)) rmSync(path);
}

function entries(kind: string): readonly JournalEntry[] {
  return documents(kind).flatMap((text) => [...readSegment(text).values()]);
}

/** The documents of one kind, below the extension's global storage. */
function documents(kind: string): readonly string[] {
  return paths(kind).flatMap((path) => (existsSync(path) ? [readFileSync(path, 'utf8')] : []));
}

function paths(kind: string): readonly string[] {
  const place = join('globalStorage', 'workflow-tasks.workflow-tasks', kind) + sep;
  return profileFiles().filter((path) => path.includes(place) && path.endsWith('.json'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    // VS Code goes on writing meanwhile: what has just gone is no file any more.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return filesBelow(path);
    return stat?.isFile() ? [path] : [];
  });
}
