import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../../../../src/domain/engineError.ts';
import { errorText } from '../../../../src/host/words/errorText.ts';
import { NotSentError } from '../../../../src/host/words/notSentError.ts';
import { PlainError } from '../../../../src/host/words/plainError.ts';

test('what was to be expected is told in its own sentence, from either bundle', () => {
  const sentence = 'The engine knows the task of this draft no more.';
  const elsewhere = Object.assign(new Error(sentence), { name: 'PlainError' });

  for (const error of [new PlainError(sentence), elsewhere]) {
    assert.deepEqual(errorText(error), { text: sentence, remedies: [] });
  }
});

test('an error of an engine says what failed, and what can be done about it', () => {
  const error = new EngineError('auth', 'the key is wrong', { nothingApplied: true });

  assert.deepEqual(errorText(error), {
    text: 'The server wants a sign-in: the key is wrong',
    remedies: ['signIn', 'editConnection'],
  });
});

test('what failed before an update left says so, and which task it was for, from either bundle', () => {
  const cause = new EngineError('network', 'Nothing answers.', { nothingApplied: true });
  const remedies = ['retry', 'editConnection'];
  const elsewhere = Object.assign(new Error('Nothing was sent to pack.', { cause }), {
    name: 'NotSentError',
    hasDraft: true,
  });

  assert.deepEqual(errorText(new NotSentError('pack', false, cause)), {
    text: 'Nothing was sent to pack. The server cannot be reached: Nothing answers.',
    remedies,
  });
  assert.deepEqual(errorText(elsewhere), {
    text: 'Nothing was sent to pack. The server cannot be reached: Nothing answers. The draft is kept.',
    remedies,
  });
});

test('anything else is a fault of ours and says so', () => {
  assert.match(
    errorText(new TypeError('x is undefined')).text,
    /^Something unexpected happened: x/,
  );
});
