import type { TestMock } from '../../support/startMock.ts';

/**
 * Somebody else sets a task of the demo's equipment request: its status, and an output that is
 * merged into what is there.
 */
export async function setElsewhere(
  { conductorUrl }: TestMock,
  task: string,
  status: string,
  output: string,
): Promise<void> {
  const found = await fetch(`${conductorUrl}/workflow/search?query=workflowType=equipment_request`);
  const { results } = (await found.json()) as { results: { workflowId: string; status: string }[] };
  const running = results.find((result) => result.status === 'RUNNING');
  const answer = await fetch(`${conductorUrl}/tasks/${running?.workflowId}/${task}/${status}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: output,
  });
  if (!answer.ok) throw new Error(await answer.text());
}
