import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iconFree, linkFree, markdownFree, oneLine } from '../../../../src/host/words/plainText.ts';

test('foreign text becomes one line without invisible and reordering characters', () => {
  assert.equal(oneLine('a\r\n\tb\u202e\u2066c\u0000  d '), 'a b c d');
});

test('long text is cut to its limit without leaving half a character behind', () => {
  const cut = oneLine(`${'a'.repeat(8)}😀😀`, 10);

  assert.equal(cut, `${'a'.repeat(8)}…`);
  assert.equal(oneLine('short', 5), 'short');
});

test('a name that looks like an icon is shown as it is written', () => {
  assert.equal(iconFree('$(check) done'), '\\$(check) done');
});

test('a sentence cannot bring a link that runs a command', () => {
  const shown = linkFree('failed: [click me](command:workbench.action.quit)');

  assert.doesNotMatch(shown, /\]\(/);
  assert.match(shown, /click me/);
});

test('nothing in trusted Markdown is Markdown but what we wrote', () => {
  const hostile = [
    '[run](command:workflowTasks.task.complete)',
    '<command:workflowTasks.task.complete?1>',
    '<a href="command:x">x</a> ![i](https://e.example/i.png)',
    '**bold** `code` $(flame) https://e.example &lt;b&gt;',
  ];
  for (const text of hostile) {
    const shown = markdownFree(text);

    assert.match(shown, /^(?:[\p{L}\p{N} ]|&#\d+;)+$/u);
    const read = shown.replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)));
    assert.equal(read, text);
  }
});
