import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMock } from '../../support/startMock.ts';
import { createConductorClient, task } from '../../support/conductorClient.ts';

const inputs = {
  mail: 'ann@example.com',
  words: 'two words',
  off: '50% off',
  star: 'x*y',
  quote: 'say "hi" now',
  back: 'c\\d',
  line: 'one\nline',
  umlaut: 'Müller',
  und: 'a_b',
};

// Seen on a real Conductor 3.32.1 with SQLite.
const table: readonly (readonly [freeText: string, found: readonly string[]])[] = [
  ['ann@example.com', ['mail']],
  ['ANN@EXAMPLE', ['mail']],
  ['two words', ['words']],
  ['"two words"', []],
  ['two  words', []],
  ['50% off', ['off']],
  ['an_@exam*com', ['mail']],
  ['a%example', ['mail']],
  ['x?y', []],
  ['say "hi"', []],
  ['say \\"hi\\"', ['quote']],
  ['say %hi%', ['quote']],
  ['c\\d', []],
  ['c\\\\d', ['back']],
  ['one\nline', []],
  ['one\\nline', ['line']],
  ['mÜLLER', ['umlaut']],
  ['mail=ann', ['mail']],
  ['nothing here', []],
  ['%', Object.keys(inputs)],
  ['', Object.keys(inputs)],
];

// Seen on a real 3.21.14 with SQLite: the star is a sign like others.
const older: typeof table = [
  ...table.filter(([freeText]) => !freeText.includes('*')),
  ['a*example', []],
  ['x*y', ['star']],
  ['*', Object.keys(inputs)],
];

for (const [conductorVersion, rows] of [
  ['3.32.1', table],
  ['3.21.14', older],
] as const) {
  test(`free text finds what a real ${conductorVersion} finds`, async () => {
    const mock = await startMock({ seed: 'empty', conductorVersion });
    try {
      const { register, start, read } = createConductorClient(mock.conductorUrl);
      await register('flow', [task('HUMAN', 'review')]);
      const names = new Map<string, string>();
      for (const [key, value] of Object.entries(inputs)) {
        names.set(await start('flow', { [key]: value }), key);
      }
      for (const [freeText, expected] of rows) {
        const text = await read(`workflow/search?freeText=${encodeURIComponent(freeText)}`);
        const { results } = JSON.parse(text) as { results: { workflowId: string }[] };
        const found = new Set(results.map(({ workflowId }) => names.get(workflowId)));
        assert.deepEqual(found, new Set(expected), freeText);
      }
    } finally {
      await mock.close();
    }
  });
}
