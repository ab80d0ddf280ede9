import assert from 'node:assert/strict';
import { interrupt, interruptions } from '../harness/interruptions.ts';
import type { Interruption } from '../harness/interruptions.ts';
import { forgetDrafts, keptTexts } from '../harness/keptTexts.ts';
import { writes } from '../harness/mockTest.ts';
import type { Place } from '../harness/sharedWindow.ts';
import { openSideBar } from '../harness/sideBar.ts';
import { row } from '../harness/tree.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Flow, Step } from './flow.ts';

/**
 * Interrupts a flow at each of its steps; a line of the table for each. A window that is thrown away
 * is a reload without its goodbye: that takes its time, and is tried where most is typed, at the end.
 */
export async function runFlow(place: Place, flow: Flow): Promise<readonly string[]> {
  const { workbench, mock } = place;
  const table: string[] = [];
  forgetDrafts(workbench);
  await flow.prepare?.(place);
  await mock.clearRequests();
  for (const [at, step] of flow.steps.entries()) {
    if (step.holds === undefined) continue;
    const isLast = at === flow.steps.length - 1;
    const ways = interruptions.filter((what) => isLast || what !== 'window crash');
    for (const what of ways) {
      const mark = ['typed', flow.name, step.name, what].join('-').replaceAll(' ', '-');
      for (const each of flow.steps.slice(0, at + 1)) await each.go(place, mark);
      await interruptAt(workbench, step, mark, what);
      assert.deepEqual(
        await writes(mock),
        [],
        `${flow.name}, ${step.name}: ${what} sent something`,
      );
    }
    const word = step.holds === 'nothing' ? 'unsent' : 'kept';
    const cells = ways.map((what) => `${what} ${word}`);
    table.push(`INTERRUPTIONS ${flow.name}/${step.name}: ${cells.join(', ')}`);
  }
  return table;
}

async function interruptAt(
  workbench: Workbench,
  { holds }: Step,
  mark: string,
  what: Interruption,
): Promise<void> {
  const before = keptBy(workbench);
  // Esc may come with the last key.
  if (what !== 'Esc' && holds !== 'nothing') await holds?.written(workbench, mark);
  await interrupt(workbench, what);
  await openSideBar(workbench);
  await row(workbench, 'Waiting', 'approve_equipment').waitFor();
  if (holds === 'nothing') assert.deepEqual(keptBy(workbench), before, `${what} kept something`);
  else await holds?.found(workbench, mark);
}

/** Who has typed nothing leaves nothing behind, and loses nothing that stood there. */
function keptBy(workbench: Workbench): readonly string[] {
  const folders = ['drafts', 'inFlight', 'journal'] as const;
  return folders.flatMap((folder) => keptTexts(workbench, folder));
}
