import { gateRecordPath, heldReadsPath } from '../support/gate.ts';
import type { GateRecord } from '../support/gate.ts';

/** The server that the runner started; it outlives this window. */
export function gateUrl(): string {
  const url = process.env['WORKFLOW_TASKS_GATE'];
  if (!url) throw new Error('WORKFLOW_TASKS_GATE names no server');
  return url;
}

export async function gateRecord(): Promise<GateRecord> {
  const answer = await fetch(gateUrl() + gateRecordPath);
  return (await answer.json()) as GateRecord;
}

/** The requests that change a task, as the gate saw them. */
export async function gateUpdates(): Promise<readonly string[]> {
  const { requests } = await gateRecord();
  return requests.filter((request) => request.startsWith('POST /api/tasks'));
}

/**
 * Has the gate keep all reads of a path waiting, even when this window is closed; an empty path lets
 * them go on.
 */
export async function holdReads(path: string): Promise<void> {
  await fetch(gateUrl() + heldReadsPath, { method: 'PUT', body: path });
}
