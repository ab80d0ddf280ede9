import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { engineKinds } from '../../src/domain/connection.ts';
import { engines } from '../../src/engines/engines.ts';
import { subjects } from './subjects.ts';

test('every engine has a label and keeps the contract', () => {
  const kept = new Set(subjects.map((subject) => subject.kind));
  for (const kind of engineKinds) {
    assert.ok(engines[kind].label, kind);
    assert.ok(kept.has(kind), `${kind} is missing in subjects.ts`);
  }
});
