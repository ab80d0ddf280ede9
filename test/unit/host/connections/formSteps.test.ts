import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engines } from '../../../../src/engines/engines.ts';
import {
  formSteps,
  parseKept,
  valuesOf,
  withEngine,
} from '../../../../src/host/connections/formSteps.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';

const empty = { details: {} };

test('the form begins with the engine, unless that is known', () => {
  assert.deepEqual(formSteps(empty, engines, false), ['engine']);
  assert.deepEqual(formSteps({ ...empty, engine: 'conductor' }, engines, true), [
    'url',
    'detail:keyId',
    'name',
    'placement',
  ]);
});

test('what was answered decides what else is asked', () => {
  const values = { engine: 'conductor', details: { keyId: 'k' } };

  assert.equal(formSteps(values, engines, false)[0], 'engine');
  assert.equal(formSteps(values, engines, false).at(-1), 'secret');
});

test('another engine brings its own example, and keeps what was typed', () => {
  const [conductor] = engines;
  const example = { details: {}, url: conductor?.exampleUrl ?? '', engine: 'conductor' };

  assert.equal(withEngine(example, 'xpander', engines).url, undefined);
  assert.equal(withEngine({ ...example, url: 'https://x' }, 'xpander', engines).url, 'https://x');
});

test('an edited connection begins with what stands in the settings', () => {
  assert.deepEqual(valuesOf({ ...fakeConnection, environment: 'production', readOnly: true }), {
    engine: 'conductor',
    url: 'http://localhost:8080',
    name: 'Local',
    placement: 'readOnly',
    details: {},
  });
});

test('what was kept is read back, and anything else is not', () => {
  const kept = { at: 'name', values: { url: 'https://x', details: { keyId: 'k' } } };

  assert.deepEqual(parseKept(JSON.parse(JSON.stringify(kept))), kept);
  const wrong = [undefined, null, 7, {}, { at: 'name' }, { at: 'name', values: {} }];
  for (const value of [...wrong, { at: 'x', values: { url: 3, details: {} } }]) {
    assert.equal(parseKept(value), undefined);
  }
});
