import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextKeysIn, viewItemWordsIn, viewsIn } from '../../../scripts/manifest/whenClauses.ts';

const when =
  "view == workflowTasks.workflows && viewItem =~ /\\btask\\b.*\\bcanPin\\b/ && !workflowTasks.hasPinned && workflowTasks.mode != 'workflowTasks.no'";

test('context keys are found; values and patterns are not taken for keys', () => {
  assert.deepEqual(contextKeysIn(when), ['workflowTasks.hasPinned', 'workflowTasks.mode']);
});

test('the words that a pattern looks for are found', () => {
  assert.deepEqual(viewItemWordsIn(when), ['task', 'canPin']);
});

test('the views that a clause names are found', () => {
  assert.deepEqual(viewsIn(when), ['workflowTasks.workflows']);
});
