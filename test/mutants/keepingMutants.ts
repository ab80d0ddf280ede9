import type { Mutant } from './mutant.ts';

const submit = 'src/app/updates/submit.ts';

/** Drafts and the journal survive, and the outside gets what belongs to it and nothing more. */
export const keepingMutants: readonly Mutant[] = [
  {
    breaks: 'nothing typed is lost: no draft is kept before sending',
    file: submit,
    from: 'if (skipDraft !== true && isTyped(update)) {',
    to: 'if (skipDraft === false && isTyped(update)) {',
  },
  {
    breaks: 'nothing typed is lost: the draft goes whatever the outcome',
    file: submit,
    from: 'if (!isDelivered(entry)) return;',
    to: "if (entry.id === '') return;",
  },
  {
    breaks: 'nothing typed is lost: the draft goes, whatever was sent',
    file: 'src/app/drafts/fillDraft.ts',
    from: 'if (draft !== undefined && isSent(draft, update)) await',
    to: 'if (draft !== undefined) await',
  },
  {
    breaks: 'nothing is sent without an entry',
    file: submit,
    from: 'await parts.journal.write(standing.entry);',
    to: "if (standing.entry.id === '') await parts.journal.write(standing.entry);",
  },
  {
    breaks: 'nothing is sent when the entry cannot be written',
    file: submit,
    from: "return { kind: 'invalid', problems: [{ message }] };\n  }\n  // Not before",
    to: 'parts.log.warn(message);\n  }\n  // Not before',
  },
  {
    breaks: 'an entry is found by its id while it is in flight',
    file: 'src/app/journal/journal.ts',
    from: 'for (const folder of [open, closed]) {',
    to: 'for (const folder of [closed]) {',
  },
  {
    breaks: 'a torn line harms no other line',
    file: 'src/app/journal/entryLine.ts',
    from: 'return `\\n${stringifyJson(part)}`;',
    to: 'return `${stringifyJson(part)}\\n`;',
  },
  {
    breaks: 'a restart settles what was in flight',
    file: 'src/app/updates/updates.ts',
    from: 'const entries = await deps.journal.inFlight();',
    to: 'const entries = (await deps.journal.inFlight()).slice(1);',
  },
  {
    breaks: 'certificates are verified',
    file: 'src/http/nodeTransport.ts',
    from: "return { method: (config.method ?? 'get').toUpperCase(), headers };",
    to: "const rejectUnauthorized = false;\n  return { method: (config.method ?? 'get').toUpperCase(), headers, rejectUnauthorized };",
    tests: ['test/unit/http/nodeTransportSafety.test.ts'],
  },
  {
    breaks: 'an idle connection is closed before the server closes it',
    file: 'src/http/nodeTransport.ts',
    from: 'const idleSocketMs = 4_000;',
    to: 'const idleSocketMs = 60_000;',
    tests: ['test/unit/http/nodeTransportSafety.test.ts'],
  },
  {
    breaks: 'a secret is bound to the origin, not to the host',
    file: 'src/app/connections/bindSecret.ts',
    from: 'const origin = parseAddress(url)?.origin ?? url;',
    to: 'const origin = parseAddress(url)?.hostname ?? url;',
    tests: ['test/unit/app/connections/bindSecret.test.ts'],
  },
  {
    breaks: 'a document is written whole or not at all',
    file: 'src/host/storage.ts',
    from: 'const aside = `${path}.${process.pid}-${counter}.tmp`;',
    to: 'const aside = counter < 0 ? `${process.pid}` : path;',
    tests: ['test/unit/host/storage.test.ts'],
  },
];
