import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iconFree, linkFree, markdownFree, oneLine } from '../../../../src/host/words/plainText.ts';
import { plainRow } from '../../../../src/host/words/plainRow.ts';

const row = (label: string) =>
  plainRow({
    label,
    tooltip: '',
    icon: { name: 'bell' },
    expand: 'none',
    context: [],
    spoken: '',
  }).label;

/** Each place of VS Code that renders something, and the function for it. */
const places = {
  row,
  statusBar: iconFree,
  picker: iconFree,
  lens: iconFree,
  windowProgress: iconFree,
  notification: linkFree,
  notificationProgress: linkFree,
  inputPrompt: linkFree,
  title: oneLine,
  markdown: markdownFree,
} as const;
type Place = keyof typeof places;

const oneLinePlaces = Object.keys(places).filter((place) => place !== 'markdown') as Place[];
const iconPlaces: readonly Place[] = ['statusBar', 'picker', 'lens', 'windowProgress'];
const linkPlaces: readonly Place[] = ['notification', 'notificationProgress', 'inputPrompt'];

const attacks: readonly (readonly [text: string, at: readonly Place[], expected: string])[] = [
  // Text that reads in another order than it is.
  ['a\u202etsoc ,DELIAF \u202d', oneLinePlaces, 'a tsoc ,DELIAF'],
  ['COMPLETED \u2066not\u2069', oneLinePlaces, 'COMPLETED not'],
  ['x\u061cy\u200ez\u200f', oneLinePlaces, 'x y z'],
  // Two names that look the same, or a text that hides another one.
  ['pay\u200bment', oneLinePlaces, 'pay ment'],
  ['pay\u00adment', oneLinePlaces, 'pay ment'],
  ['pay\u2060\ufeffment', oneLinePlaces, 'pay ment'],
  ['a\u{e0062}\u{e0063}', oneLinePlaces, 'a'],
  // Control characters, also of the upper set, and what looks like a second line of ours.
  ['a\u0000b\u001bc\u009bd\u0085e', oneLinePlaces, 'a b c d e'],
  ['done\r\n\r\nCOMPLETED (confirmed)', oneLinePlaces, 'done COMPLETED (confirmed)'],
  ['a\u2028b\u2029c', oneLinePlaces, 'a b c'],
  // What belongs to a script or an emoji stays.
  ['می\u200cخواهم 👩\u200d🔧', oneLinePlaces, 'می\u200cخواهم 👩\u200d🔧'],
  // An icon of ours.
  ['$(check) confirmed', iconPlaces, '\\$(check) confirmed'],
  ['$(sync~spin)', iconPlaces, '\\$(sync~spin)'],
  ['\\$(check)', iconPlaces, '\\$(check)'],
  // A reordering mark must not hide an icon or a link from the function.
  ['$\u200b(check)', iconPlaces, '$ (check)'],
  // A click that runs a command.
  ['[ok](command:workbench.action.quit)', linkPlaces, '[ok] (command:workbench.action.quit)'],
  ['[ok](https://evil.example "t")', linkPlaces, '[ok] (https://evil.example "t")'],
  ['[a](b)[c](d)', linkPlaces, '[a] (b)[c] (d)'],
  ['[ok]\u200b(command:x)', linkPlaces, '[ok] (command:x)'],
  ['<b>', ['markdown'], '&#60;b&#62;'],
  ['[a](b)', ['markdown'], '&#91;a&#93;&#40;b&#41;'],
  ['a\u202eb', ['markdown'], 'a b'],
];

for (const [text, at, expected] of attacks) {
  test(`${JSON.stringify(text)} is harmless in every place`, () => {
    for (const place of at) assert.equal(places[place](text), expected, place);
  });
}

test('to go over a text twice changes nothing more', () => {
  for (const [text] of attacks) {
    for (const escape of [iconFree, linkFree, oneLine]) {
      assert.equal(escape(escape(text)), escape(text));
    }
  }
});

test('every text of a row is plain, and a tooltip keeps its lines', () => {
  const hostile = 'a\u202eb';
  const plain = plainRow({
    label: hostile,
    description: hostile,
    tooltip: `${hostile}\nStatus: ${hostile}`,
    icon: { name: 'bell' },
    expand: 'none',
    context: ['task'],
    spoken: hostile,
  });

  assert.deepEqual(plain, {
    label: 'a b',
    description: 'a b',
    tooltip: 'a b\nStatus: a b',
    icon: { name: 'bell' },
    expand: 'none',
    context: ['task'],
    spoken: 'a b',
  });
});
