import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { createOrkesClient, human } from './orkesClient.ts';

type Wire = Readonly<Record<string, unknown>>;

const ann = { user: 'ann@example.com', userType: 'EXTERNAL_USER' };
const bob = { user: 'bob@example.com', userType: 'EXTERNAL_USER' };
const team = { user: 'finance', userType: 'EXTERNAL_GROUP' };
const assigned = (...assignees: readonly object[]) => ({
  __humanTaskDefinition: {
    displayName: 'Check the refund',
    assignments: assignees.map((assignee) => ({ assignee, slaMinutes: 60 })),
  },
  order: 'A-17',
});

/** A server with an unassigned task, one of Ann and one of a team. */
async function scene() {
  const client = await createOrkesClient();
  const open = await client.begin('open', [human('ask')]);
  client.pass(10);
  const anns = await client.begin('anns', [human('ask', assigned(ann, bob)), human('then')]);
  client.pass(10);
  const teams = await client.begin('teams', [human('approve', assigned(team))]);
  const search = async (body: object) =>
    (await client.send('POST', '/human/tasks/search', body)).body as {
      readonly totalHits: number;
      readonly hits: number;
      readonly results: readonly Wire[];
    };
  const entry = (taskId: string) => client.read(`/human/tasks/${taskId}`);
  const names = async (body: object) =>
    (await search(body)).results.map((one) => one['workflowName']);
  const ids = {
    open: await client.taskId(open, 'ask'),
    anns: await client.taskId(anns, 'ask'),
    teams: await client.taskId(teams, 'approve'),
  };
  return { ...client, search, names, entry, ids, runs: { open, anns, teams } };
}

test('a search finds human tasks by every field that it has, newest first', async () => {
  const { names, ids, runs, send } = await scene();
  await send('POST', `/human/tasks/${ids.open}/claim`);

  assert.deepEqual(await names({}), ['teams', 'anns', 'open']);
  assert.deepEqual(await names({ states: ['ASSIGNED'] }), ['teams', 'anns']);
  assert.deepEqual(await names({ states: ['PENDING'] }), []);
  assert.deepEqual(await names({ assignees: [ann] }), ['anns']);
  assert.deepEqual(await names({ assignees: [{ ...ann, userType: 'CONDUCTOR_USER' }] }), []);
  assert.deepEqual(await names({ claimants: [{ user: 'app:k1' }] }), ['open']);
  assert.deepEqual(await names({ taskRefNames: ['approve'] }), ['teams']);
  assert.deepEqual(await names({ definitionNames: ['ask'] }), ['anns', 'open']);
  assert.deepEqual(await names({ displayNames: ['Check the refund'] }), ['teams', 'anns']);
  assert.deepEqual(await names({ workflowNames: ['open', 'teams'] }), ['teams', 'open']);
  assert.deepEqual(await names({ workflowIds: [runs.anns] }), ['anns']);
  assert.deepEqual(await names({ taskInputQuery: 'a-17' }), ['teams', 'anns']);
  assert.deepEqual(await names({ fullTextQuery: runs.open }), ['open']);
});

test('a search has pages', async () => {
  const { search } = await scene();
  const page = await search({ start: 1, size: 1 });

  assert.deepEqual([page.totalHits, page.hits], [3, 1]);
  assert.equal(page.results[0]?.['workflowName'], 'anns');
});

test('an entry tells who has the task, what it is called and what it asks', async () => {
  const { entry, ids, runs } = await scene();
  const { assignee, state, displayName, workflowId, taskRefName, input } = await entry(ids.anns);

  assert.deepEqual(assignee, ann);
  assert.deepEqual([state, displayName], ['ASSIGNED', 'Check the refund']);
  assert.deepEqual([workflowId, taskRefName], [runs.anns, 'ask']);
  assert.equal((input as Wire)['order'], 'A-17');
});

test('a task is claimed, hidden from the inbox of others, and released', async () => {
  const { entry, ids, send, sendAsOther } = await scene();
  const claimed = (await send('POST', `/human/tasks/${ids.open}/claim`)).body as Wire;
  assert.deepEqual(claimed['claimant'], { user: 'app:k1', userType: 'CONDUCTOR_USER' });
  assert.equal(claimed['state'], 'IN_PROGRESS');
  const inbox = async (ask: typeof send) =>
    ((await ask('POST', '/human/tasks/search', { searchType: 'INBOX' })).body as Wire)['totalHits'];
  assert.deepEqual([await inbox(send), await inbox(sendAsOther)], [3, 2]);

  const refused = await sendAsOther('POST', `/human/tasks/${ids.open}/claim`);
  assert.equal(refused.status, 409);
  const forced = `/human/tasks/${ids.open}/claim?overrideAssignment=true`;
  assert.equal((await sendAsOther('POST', forced)).status, 200);
  await send('POST', `/human/tasks/${ids.open}/release`);
  assert.equal((await entry(ids.open))['state'], 'PENDING');
});

test('a task of a person is theirs, and one of a group is open to anybody', async () => {
  const { ids, send } = await scene();
  const claim = async (task: string, user: string) =>
    (await send('POST', `/human/tasks/${task}/externalUser/${encodeURIComponent(user)}`)).status;

  assert.equal(await claim(ids.anns, bob.user), 409);
  assert.equal(await claim(ids.anns, ann.user), 200);
  assert.equal(await claim(ids.teams, bob.user), 200);
});

test('a task is handed on: to the next assignee, or to another one', async () => {
  const { entry, ids, send } = await scene();
  await send('POST', `/human/tasks/${ids.anns}/skip?reason=away`);
  assert.deepEqual((await entry(ids.anns))['assignee'], bob);
  await send('POST', `/human/tasks/${ids.anns}/reassign`, [{ assignee: team }]);
  const after = await entry(ids.anns);
  assert.deepEqual([after['assignee'], after['updatedBy']], [team, 'app:k1']);
});

test('an update keeps the task open and merges its output, and completing moves on', async () => {
  const { entry, ids, runs, send, outline } = await scene();
  const path = `/human/tasks/${ids.anns}/update`;
  assert.equal((await send('POST', path, { approved: true })).status, 200);
  await send('POST', `${path}?complete=false`, { note: 'x' });
  assert.equal(await outline(runs.anns), 'RUNNING, ask IN_PROGRESS');
  assert.equal((await send('POST', `${path}?complete=true`, { note: 'y' })).body, undefined);

  assert.deepEqual((await entry(ids.anns))['output'], { approved: true, note: 'y' });
  assert.equal((await entry(ids.anns))['state'], 'COMPLETED');
  assert.equal(await outline(runs.anns), 'RUNNING, ask COMPLETED, then IN_PROGRESS');
});

test('an update by reference names the execution and the task', async () => {
  const { runs, send, outline } = await scene();
  const path = (id: string, ref: string) =>
    `/human/tasks/update/taskRef?workflowId=${id}&taskRefName=${ref}&complete=true`;
  assert.equal((await send('POST', path(runs.open, 'ask'), {})).status, 200);
  assert.equal(await outline(runs.open), 'COMPLETED, ask COMPLETED');
  assert.equal((await send('POST', path('none', 'ask'), {})).status, 404);
  assert.equal((await send('POST', path(runs.anns, 'none'), {})).status, 404);
});

test('what is unknown or over is refused', async () => {
  const { ids, runs, send } = await scene();
  const status = async (method: string, path: string, body?: unknown) =>
    (await send(method, `/human/tasks/${path}`, body)).status;
  assert.equal(await status('GET', 'none'), 404);
  assert.equal(await status('POST', 'none/claim'), 404);
  assert.equal(await status('POST', 'none/update', {}), 400);
  await send('POST', `/human/tasks/${ids.anns}/update?complete=true`, {});
  assert.equal(await status('POST', `${ids.anns}/update?complete=true`, {}), 400);
  assert.equal(await status('POST', `${ids.anns}/claim`), 400);
  await send('DELETE', `/workflow/${runs.open}`);
  const { body } = await send('GET', `/human/tasks/${ids.open}`);
  assert.equal((body as Wire)['state'], 'DELETED');
});

test('the task behind an entry is Conductor’s', async () => {
  const { ids, read } = await scene();
  const task = await read(`/human/tasks/${ids.anns}/conductorTask`);
  assert.deepEqual([task['taskId'], task['taskType']], [ids.anns, 'HUMAN']);
});
