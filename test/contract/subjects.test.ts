import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { engines } from '../../src/engines/engines.ts';
import { subjects } from './subjects.ts';

test('every engine keeps the contract', () => {
  const kept = new Set(subjects.map((subject) => subject.kind));
  for (const { kind } of engines) assert.ok(kept.has(kind), `${kind} is missing in subjects.ts`);
});
