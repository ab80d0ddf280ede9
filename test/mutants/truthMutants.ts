import type { Mutant } from './mutant.ts';

/** What an outcome says is true, and an update changes only what it sent. */
export const truthMutants: readonly Mutant[] = [
  {
    breaks: 'not applied is true: a gateway’s 502 counts as a refusal',
    file: 'src/http/rejections.ts',
    from: "  409: ['conflict'],",
    to: "  409: ['conflict'],\n  502: ['unavailable'],",
  },
  {
    breaks: 'not applied is true: Cognite shows an update at once',
    file: 'src/engines/cognite/cogniteEngine.ts',
    from: 'const visibleWithinMs = 15_000;',
    to: 'const visibleWithinMs = 0;',
    tests: [
      'test/unit/engines/cognite/patience.test.ts',
      'test/unit/engines/cognite/onMock.test.ts',
    ],
  },
  {
    breaks: 'not applied is true: a worker’s task never goes back into its queue',
    file: 'src/engines/conductor/update/expectedStatuses.ts',
    from: 'when: (fields) => fields.worker,',
    to: 'when: () => false,',
  },
  {
    breaks: 'not applied is true: an optional task never completes with errors',
    file: 'src/engines/conductor/update/expectedStatuses.ts',
    from: 'when: (fields) => fields.optional,',
    to: 'when: () => false,',
  },
  {
    breaks: 'only what was sent changes: the reason is cleared',
    file: 'src/engines/conductor/update/updateRequest.ts',
    from: 'const reason = update.reason ?? task.reason;',
    to: 'const { reason } = update;',
  },
  {
    breaks: 'only what was sent changes: the worker is cleared',
    file: 'src/engines/conductor/update/updateRequest.ts',
    from: "worker.trim() !== '' ? worker : task.worker;",
    to: "worker.trim() !== '' ? worker : undefined;",
  },
  {
    breaks: 'only what was sent changes: the callback is cleared',
    file: 'src/engines/conductor/update/updateRequest.ts',
    from: "update.fields?.['callbackAfterSeconds'] ?? fields.callbackAfterSeconds;",
    to: "update.fields?.['callbackAfterSeconds'] ?? 0;",
  },
];
