import type { Mutant } from './mutant.ts';

const send = 'src/app/updates/send.ts';
const submit = 'src/app/updates/submit.ts';

/** An update is sent once, after a look at the task, and only while the person wants it. */
export const sendingMutants: readonly Mutant[] = [
  {
    breaks: 'never twice: a lost answer counts as proof',
    file: send,
    from: 'if (!isEngineError(error) || !error.nothingApplied) {',
    to: 'if (!isEngineError(error)) {',
  },
  {
    breaks: 'never twice: every broken connection counts as refused',
    file: 'src/http/transportFailure.ts',
    from: 'nothingApplied: error.neverLeft, cause',
    to: 'nothingApplied: true, cause',
  },
  {
    breaks: 'never twice: an error of the sign-in or any other is answered with a new token',
    file: 'src/http/signedSend.ts',
    from: "if (error.kind !== 'auth' || !signIn.refused(token)) throw failure;",
    to: 'if (!signIn.refused(token)) throw failure;',
  },
  {
    breaks: 'never twice: Conductor’s update by id is repeated like a read',
    file: 'src/engines/conductor/wire/endpoints.ts',
    from: "body: { kind: 'json', value: { ...result } },\n    idempotent: false,",
    to: "body: { kind: 'json', value: { ...result } },\n    idempotent: true,",
  },
  {
    breaks: 'never twice: Conductor’s update by name is repeated like a read',
    file: 'src/engines/conductor/wire/endpoints.ts',
    from: "body: { kind: 'json', value: update.output },\n    idempotent: false,",
    to: "body: { kind: 'json', value: update.output },\n    idempotent: true,",
  },
  {
    breaks: 'never twice: Cognite’s update is repeated like a read',
    file: 'src/engines/cognite/wire/endpoints.ts',
    from: "body: { kind: 'json', value: { ...body } },\n    idempotent: false,",
    to: "body: { kind: 'json', value: { ...body } },\n    idempotent: true,",
  },
  {
    breaks: 'never twice: xpander’s update is repeated like a read',
    file: 'src/engines/xpander/wire/endpoints.ts',
    from: "body: { kind: 'json', value: body },\n    idempotent: false,",
    to: "body: { kind: 'json', value: body },\n    idempotent: true,",
  },
  {
    breaks: 'never twice: xpander’s stop is repeated like a read',
    file: 'src/engines/xpander/wire/endpoints.ts',
    from: "method: 'DELETE',\n    path: path`agent-execution/${id}`,\n    idempotent: false,",
    to: "method: 'DELETE',\n    path: path`agent-execution/${id}`,\n    idempotent: true,",
  },
  {
    breaks: 'tries are bounded: the pause never grows',
    file: send,
    from: 'const pauseMs = pausesMs[tries];',
    to: 'const pauseMs = pausesMs[Math.min(tries, 0)];',
    tests: ['test/unit/app/updates/send.test.ts'],
  },
  {
    breaks: 'nothing is sent after a cancel, between two tries',
    file: send,
    from: "if (signal.aborted) return { kind: 'cancelled'",
    to: "if (signal.aborted && tries > 9) return { kind: 'cancelled'",
    tests: ['test/unit/app/updates/cancel.test.ts'],
  },
  {
    breaks: 'a change between two tries is not overwritten',
    file: send,
    from: 'if (now !== undefined && ',
    to: 'if (now !== undefined || ',
  },
  {
    breaks: 'the task is read just before sending',
    file: 'src/app/updates/prepare.ts',
    from: 'let fresh = await readTarget(request, target);',
    to: "let fresh: Prepared = { kind: 'ready', target };",
  },
  {
    breaks: 'a changed status is told',
    file: 'src/app/updates/changesBetween.ts',
    from: 'if (base.status !== fresh.status) {',
    to: 'if (base.status > fresh.status) {',
  },
  {
    breaks: 'a changed output is told',
    file: 'src/app/updates/changesBetween.ts',
    from: 'if (!sameOutput(base.output, fresh.output)) {',
    to: 'if (base.output === undefined && fresh.output !== undefined) {',
  },
  {
    breaks: 'many updates stop at a task that somebody changed',
    file: 'src/app/bulk/runBulk.ts',
    from: "if (!question.reasons.includes('changed')) return 'send';",
    to: "if (question.reasons.length > 0) return 'send';",
  },
  {
    breaks: 'one update of a task at a time in a window',
    file: 'src/app/updates/updates.ts',
    from: 'if (!isRunning(request.base.ref)) return submitAlone(request);',
    to: "if (request.base.name !== '') return submitAlone(request);",
  },
  {
    breaks: 'one update of a task at a time in all windows',
    file: submit,
    from: 'if (rival !== undefined) {',
    to: "if (rival?.message === '') {",
  },
  {
    breaks: 'nothing is sent on a read-only connection, not even a stop',
    file: 'src/app/updates/check.ts',
    from: 'if (connection.readOnly) return',
    to: 'if (connection.readOnly && update.stop !== true) return',
    tests: ['test/unit/app/updates/stop.test.ts', 'test/unit/app/updates/check.test.ts'],
  },
];
