import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeKey } from '../../../../src/host/outputLanguage/describeKey.ts';
import { keyAt } from '../../../../src/host/outputLanguage/knowledge.ts';
import { linesMarkdown, plainMarkdown } from '../../../../src/host/outputLanguage/plainMarkdown.ts';

const hour = 3_600_000;

test('a key is explained by all who know of it', () => {
  const known = keyAt(
    {
      held: { rate: 4.5 },
      hints: {
        keys: [
          { path: ['rate'], source: 'read by sign_contract' },
          { path: ['rate'], source: 'promised by the task definition' },
        ],
        schema: {
          required: ['rate'],
          properties: { rate: { type: 'number', description: 'Per year,\nin percent.' } },
        },
        earlier: [
          { source: 'review of e7', endedAt: hour, value: { rate: 4.15 } },
          { source: 'review of e6', value: {} },
        ],
      },
    },
    ['rate'],
  );

  assert.deepEqual(describeKey(known, 3 * hour), [
    { label: 'Read by', text: 'sign_contract' },
    { text: 'Promised by the task definition.' },
    { label: 'Schema', text: 'number, required' },
    { text: 'Per year, in percent.' },
    { label: 'Held by the engine', text: '4.5' },
    { label: 'Earlier', text: '4.15 (review of e7, 2 h ago)' },
  ]);
});

test('of a key that nobody knows there is nothing to say', () => {
  const known = keyAt({ held: {}, hints: { keys: [], earlier: [] } }, ['toString']);

  assert.deepEqual(describeKey(known, 0), []);
});

test('foreign text stays text: no link, no address, no tag, no icon', () => {
  const markdown = linesMarkdown([
    { label: 'Read by', text: '[x](command:evil) <b> https://a.example $(check) a@b.example' },
  ]);

  assert.match(markdown, /^\*\*Read by\*\* /);
  assert.doesNotMatch(markdown.slice('**Read by** '.length), /[^\p{L}\p{N} &#;]/u);
  assert.equal(plainMarkdown('a😀é'), 'a&#128512;é');
});
