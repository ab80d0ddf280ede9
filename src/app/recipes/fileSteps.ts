/**
 * The folders and the file of a path that a recipe names, below the workspace; undefined where it
 * leads out of it or begins anywhere else. Links are not looked at here.
 */
export function fileSteps(path: string): readonly string[] | undefined {
  const steps = path.split(/[/\\]/);
  const isElsewhere = steps[0] === '' || /^[A-Za-z]:/.test(path);
  if (isElsewhere || steps.includes('..') || path.includes('\0')) return undefined;
  return steps.filter((step) => step !== '' && step !== '.');
}
