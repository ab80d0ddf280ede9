import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { TaskUpdate } from '../../../../../src/domain/taskUpdate.ts';
import { routeOf } from '../../../../../src/engines/conductor/update/route.ts';
import { record, task, work } from '../builders.ts';

const object = (mode: 'merge' | 'replace') =>
  ({ output: { kind: 'object', mode, value: { a: 1 } } }) as const;
const complete = { status: 'COMPLETED' };

test('an update is sent by name, or by id where the name does not suffice', () => {
  const table: readonly (readonly [TaskUpdate, 'byName' | 'byId'])[] = [
    [complete, 'byName'],
    [{ ...complete, ...object('merge') }, 'byName'],
    [{ ...complete, fields: { workerId: 'me' } }, 'byName'],
    [{ ...complete, fields: {} }, 'byName'],
    [{ ...complete, ...object('replace') }, 'byId'],
    [{ ...complete, reason: '' }, 'byId'],
    [{ ...complete, fields: { log: ['x'] } }, 'byId'],
    [{ ...complete, fields: { callbackAfterSeconds: 0 } }, 'byId'],
    [object('merge'), 'byId'],
  ];
  for (const [update, route] of table) {
    assert.equal(routeOf(task(), update, false), route);
    assert.equal(routeOf(task(), update, true), route === 'byName' ? 'sync' : 'byId');
  }
});

test('tasks whose names may not arrive unchanged are updated by id', () => {
  const byId = [
    'a/b',
    'a;b',
    'a\\b',
    'a%2Fb',
    'a%',
    'a__1',
    'a__b__c',
    '.',
    '..',
    '',
    'a\nb',
    'a\ud83d',
  ];
  const byName = ['a', 'a b', 'a_b', 'ä😀', 'a.b', '...', 'a?b#c', 'x'.repeat(255)];
  const of = (name: string) => routeOf(task(record({ referenceTaskName: name })), complete, false);
  for (const name of byId) assert.equal(of(name), 'byId', name);
  for (const name of byName) assert.equal(of(name), 'byName', name);
});

test('a task with a repeated name is updated by id', () => {
  assert.equal(routeOf(task(work({ retryCount: 1 })), complete, true), 'byId');
  assert.equal(routeOf(task(record(), { sharesName: true }), complete, true), 'byId');
});
