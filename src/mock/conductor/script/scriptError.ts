import { atLeast } from '../../atLeast.ts';

/** The message of GraalJS; before 3.22 it was Nashorn's. */
export function scriptError(error: unknown, version: string): string {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (atLeast(version, '3.22.0')) return `Error evaluating the script \`${cause}\` at line 1`;
  const nashorn = cause.replace(/^([^']*)'(.*)' of (\w+)$/s, '$1"$2" from $3');
  return `${nashorn} in <eval> at line number 1`;
}
