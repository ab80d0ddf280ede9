import type { Row } from './row.ts';

/**
 * SQLite under Conductor now and then refuses one of the server's own threads: a task or a whole
 * execution fails for no reason of the workflow. What follows from that cannot be compared.
 */
export interface LockedDatabase {
  /** Why nothing about this row can be said; undefined where it can. */
  reasonFor(row: Row, realText: string): string | undefined;
}

const symptom = /SQLITE_BUSY|Error scheduling tasks: \[/;
const reason = 'The real server lost a race for its own database, which failed this execution.';

export function createLockedDatabase(): LockedDatabase {
  const spoiled = new Set<string>();
  return {
    reasonFor(row, realText) {
      const kept = Object.keys(row.keep ?? {});
      const used = namesIn(`${row.send} ${JSON.stringify(row.body ?? '')} ${row.state ?? ''}`);
      const isSpoiled = symptom.test(realText) || used.some((name) => spoiled.has(name));
      for (const name of [...kept, ...(isSpoiled ? used : [])]) {
        if (isSpoiled) spoiled.add(name);
        else spoiled.delete(name);
      }
      return isSpoiled ? reason : undefined;
    },
  };
}

function namesIn(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return names.filter((name) => name !== 'n');
}
