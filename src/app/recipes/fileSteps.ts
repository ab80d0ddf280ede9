/**
 * The folders and the file of a path in a recipe. The path must stay inside the workspace,
 * otherwise the result is undefined. Links are not checked here.
 */
export function fileSteps(path: string): readonly string[] | undefined {
  const steps = path.split(/[/\\]/);
  const isElsewhere = steps[0] === '' || /^[A-Za-z]:/.test(path);
  if (isElsewhere || steps.includes('..') || path.includes('\0')) return undefined;
  return steps.filter((step) => step !== '' && step !== '.');
}
