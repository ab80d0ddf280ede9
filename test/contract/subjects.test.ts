import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { engines } from '../../src/engines/engines.ts';
import { subjects } from './subjects.ts';

test('every engine has a label and keeps the contract', () => {
  const kept = new Set(subjects.map((subject) => subject.kind));
  for (const { kind, label } of engines) {
    assert.ok(label, kind);
    assert.ok(kept.has(kind), `${kind} is missing in subjects.ts`);
  }
});
