import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task } from '../../../../src/domain/task.ts';
import { waitingTaskRow } from '../../../../src/host/trees/waitingRows.ts';
import { workflowRow } from '../../../../src/host/trees/workflowRow.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const surroundings = {
  nowMs: 0,
  isReadOnly: () => false,
  isDemo: () => false,
  isPinned: () => false,
  decorationOf: () => undefined,
  repeatOf: () => undefined,
};

test('50 executions of one definition, some with the same correlation id: no two rows read the same', () => {
  const tasks = Array.from({ length: 50 }, (_, index): Task => {
    const execution = `${String(index).padStart(8, '0')}-1111-4222-8333-944445555666`;
    const correlationId = index % 2 === 0 ? { correlationId: `A-${index % 10}` } : {};
    return {
      ...fakeTask,
      ...correlationId,
      startedAt: 0,
      ref: { ...fakeTask.ref, execution, task: `task-${index}` },
    };
  });
  const rows = tasks.map((task) => {
    const node = { kind: 'task', id: task.ref.task, task, attempts: [], children: [] } as const;
    return waitingTaskRow(task, workflowRow({ ...node, past: false }, surroundings), 3_600_000);
  });

  const texts = rows.map(({ label, description }) => `${label} ${description}`);
  assert.equal(new Set(texts).size, 50, texts.slice(0, 3).join('\n'));
  assert.equal(new Set(rows.map(({ spoken }) => spoken)).size, 50);
  assert.equal(new Set(rows.map(({ tooltip }) => tooltip.split('\n')[0])).size, 50);
});
