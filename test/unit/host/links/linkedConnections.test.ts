import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  linkedConnections,
  missingConnection,
  toLinkedConnection,
} from '../../../../src/host/links/linkedConnections.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';

const mine = { ...fakeConnection, id: 'mine', url: 'https://engine.example/base/api/' };
const theirs = { ...fakeConnection, id: 'theirs', url: 'HTTPS://ENGINE.example/base' };

test('a colleague finds the connection to the same server, whatever its id is', () => {
  assert.deepEqual(linkedConnections(toLinkedConnection(theirs, false), [fakeConnection, mine]), [
    mine,
  ]);
});

test('an id that leads elsewhere here is not followed there', () => {
  const namesake = { ...fakeConnection, id: 'theirs', url: 'https://elsewhere.example' };

  assert.deepEqual(linkedConnections(toLinkedConnection(theirs, false), [namesake]), []);
  assert.deepEqual(linkedConnections(toLinkedConnection(theirs, false), [namesake, mine]), [mine]);
});

test('the id decides between two connections to one server; without it both are offered', () => {
  const readOnly = { ...mine, id: 'careful', readOnly: true };

  assert.deepEqual(linkedConnections(toLinkedConnection(readOnly, false), [mine, readOnly]), [
    readOnly,
  ]);
  assert.equal(linkedConnections(toLinkedConnection(theirs, false), [mine, readOnly]).length, 2);
});

test('two projects of one cluster stay apart, and so do two engines', () => {
  const plant = { ...mine, engine: 'cognite', details: { project: 'plant', clientId: 'me' } };
  const other = { ...plant, id: 'other', details: { project: 'other' } };
  const linked = toLinkedConnection({ ...plant, id: 'x' }, false);

  assert.deepEqual(linked.server?.details, { project: 'plant' });
  assert.deepEqual(linkedConnections(linked, [other, mine, plant]), [plant]);
});

test('the demo goes by its id, since its address differs each time', () => {
  const demo = { ...fakeConnection, id: 'demo:conductor', url: 'http://127.0.0.1:1' };

  const restarted = { ...demo, url: 'http://127.0.0.1:2' };

  assert.deepEqual(linkedConnections(toLinkedConnection(demo, true), [restarted]), [restarted]);
});

test('a connection that is not there is told by its address, never added', () => {
  const told = missingConnection(
    toLinkedConnection({ ...mine, details: { project: 'plant' } }, false),
  );

  assert.match(told, /no connection leads to https:\/\/engine\.example\/base \(plant\)/);
  assert.match(missingConnection({ id: 'demo:conductor' }), /Start the demo/);
});
