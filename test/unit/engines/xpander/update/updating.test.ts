import { strict as assert } from 'node:assert';
import { after, before, beforeEach, test } from 'node:test';

import { createDrafts } from '../../../../../src/app/drafts/drafts.ts';
import { createJournal } from '../../../../../src/app/journal/journal.ts';
import type { Question } from '../../../../../src/app/updates/question.ts';
import type { Submitted } from '../../../../../src/app/updates/submitRequest.ts';
import { createUpdates } from '../../../../../src/app/updates/updates.ts';
import type { Engine } from '../../../../../src/domain/engine.ts';
import type { Task } from '../../../../../src/domain/task.ts';
import type { TaskUpdate } from '../../../../../src/domain/taskUpdate.ts';
import { demoAgentIds } from '../../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { demoRunIds } from '../../../../../src/mock/xpander/seeds/demoWorkflowRuns.ts';
import { createFakeClock } from '../../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../../support/fakeStorage.ts';
import { fakeConnection } from '../../../../support/fakeTask.ts';
import { startMock, type TestMock } from '../../../../support/startMock.ts';
import { xpanderEngine } from '../../../../support/xpanderEngine.ts';

// A person's update from the list to the proof.

const { signal } = new AbortController();
const text = (result: string) => ({ kind: 'text', text: result }) as const;
let mock: TestMock;
let engine: Engine;
let questions: Question[];

before(async () => {
  mock = await startMock();
});
beforeEach(async () => {
  await mock.reset();
  engine = xpanderEngine(mock.xpanderUrl);
  questions = [];
});
after(() => mock.close());

/** A task from a list, as the tree reads it. */
async function listed(workflow: string, id: string): Promise<Task> {
  await engine.listWorkflows({ size: 50 }, signal);
  const page = await engine.listTasks?.({ workflow }, { size: 50 }, signal);
  const task = page?.items.find((item) => item.ref.task === id);
  assert.ok(task);
  return task;
}

async function submit(base: Task, update: TaskUpdate): Promise<Submitted> {
  const clock = createFakeClock();
  const storage = createFakeStorage();
  const ignore = () => undefined;
  const updates = createUpdates({
    connected: async () => ({ engine, connection: fakeConnection }),
    drafts: createDrafts({ storage, clock }),
    journal: createJournal({ storage, keep: () => 100 }),
    clock,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    newId: () => 'id',
  });
  const ask = async (question: Question) => {
    questions.push(question);
    return 'send' as const;
  };
  return updates.submit({ base, update, ask, signal });
}

function outcomeOf(submitted: Submitted) {
  assert.ok(submitted.kind === 'settled', submitted.kind);
  return submitted.entry.outcome;
}

test('a paused task is completed with a result and confirmed, without a question', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  const outcome = outcomeOf(await submit(task, { status: 'completed', output: text('Approved') }));

  assert.equal(outcome.kind, 'confirmed');
  assert.deepEqual([outcome.after?.status, outcome.after?.output], ['completed', 'Approved']);
  assert.deepEqual(questions, []);
});

test('failing a workflow’s run needs a confirmation', async () => {
  const task = await listed(demoAgentIds.invoices, demoRunIds.largeInvoice);
  const outcome = outcomeOf(await submit(task, { status: 'failed', output: text('Not ours') }));

  assert.equal(outcome.kind, 'confirmed');
  assert.deepEqual(
    questions.map(({ reasons }) => reasons),
    [['stopsWorkflow']],
  );
  assert.match(questions[0]?.consequences.join(' ') ?? '', /ends as a failure.*n-ask/);
});

test('a task that somebody completed meanwhile is shown as changed, and then reopened', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  await engine.send(task, { status: 'completed', output: text('By another') }, signal);
  const outcome = outcomeOf(await submit(task, { status: 'paused' }));

  assert.equal(outcome.kind, 'confirmed');
  assert.deepEqual(
    questions.flatMap(({ changes }) => changes.map(({ what, from, to }) => [what, from, to])),
    [
      ['status', 'paused', 'completed'],
      ['output', 'no output', 'By another'],
    ],
  );
});

test('a conflict is not applied, in the server’s words, and never sent twice', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  const body = '{"detail":"Concurrent update conflict"}';
  await mock.setFaults({ method: 'PATCH', fault: { kind: 'status', status: 409, body } });
  await mock.clearRequests();
  const outcome = outcomeOf(await submit(task, { status: 'completed' }));
  const sent = (await mock.requests()).filter(({ method }) => method === 'PATCH');

  assert.ok(outcome.kind === 'notApplied');
  assert.match(outcome.reason ?? '', /Concurrent update conflict/);
  assert.equal(sent.length, 1);
});

test('a task is stopped after a question, by the request that tells its worker', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  assert.ok(task.options.stop);
  const update = { status: task.options.stop.status, stop: true } as const;
  await mock.clearRequests();
  const outcome = outcomeOf(await submit(task, update));

  assert.equal(outcome.kind, 'confirmed');
  assert.deepEqual([outcome.after.status, questions.length], ['stopped', 1]);
  assert.match(questions[0]?.consequences.join(' ') ?? '', /a worker that runs it is told.*undone/);
  const writes = (await mock.requests()).filter(({ method }) => method !== 'GET');
  assert.deepEqual(
    writes.map(({ method, path }) => `${method} ${path}`),
    [`DELETE /agent-execution/${demoTaskIds.refund}`],
  );
  const preview = await engine.preview?.(task, update, signal);
  assert.equal(preview?.method, 'DELETE');
  const stopped = await engine.readTask(task.ref, signal);
  assert.equal(stopped?.options.stop, undefined);
});

test('a stop that fails is sent once', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  await mock.setFaults({ method: 'DELETE', count: 0, fault: { kind: 'status', status: 503 } });
  await mock.clearRequests();

  await assert.rejects(async () => await engine.stop?.(task, signal), { kind: 'unavailable' });

  const writes = (await mock.requests()).filter(({ method }) => method !== 'GET');
  assert.deepEqual(
    writes.map(({ method }) => method),
    ['DELETE'],
  );
});

test('a lost answer is settled by reading', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  await mock.setFaults({ method: 'PATCH', fault: { kind: 'lostAnswer' } });
  const outcome = outcomeOf(await submit(task, { status: 'completed', output: text('Once') }));

  assert.equal(outcome.kind, 'confirmed');
});

test('updating a running task from a list gives a warning', async () => {
  const task = await listed(demoAgentIds.research, demoTaskIds.research);

  assert.match(task.options.warnings.join(), /overwrites what you send/);
  const outcome = outcomeOf(await submit(task, { output: text('Half a brief') }));
  assert.equal(outcome.kind, 'confirmed');
});

test('fields that cannot be read back are accepted, but never confirmed', async () => {
  const task = await listed(demoAgentIds.triage, demoTaskIds.refund);
  const fields = { tool_call_payload_extension: { headers: { 'X-Trace-ID': 'abc-123' } } };

  assert.equal(outcomeOf(await submit(task, { fields })).kind, 'pending');
});
