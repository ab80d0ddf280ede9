/** Raw requests for what the engine cannot do: creating agents and tasks. */
export interface XpanderClient {
  /** Creates an agent and returns its id. */
  addAgent(name: string): Promise<string>;
  /**
   * Creates a task without a worker and returns its id.
   * @param body the fields of a new task, and those of the update that follows: status and result
   */
  reportTask(agent: string, body: object): Promise<string>;
  readTask(id: string): Promise<Readonly<Record<string, unknown>>>;
}

export function createXpanderClient(url: string): XpanderClient {
  const ask = async (
    path: string,
    method = 'GET',
    body?: object,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { 'x-api-key': 'key of the test' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  return {
    addAgent: async (name) => String((await ask('/v1/agents', 'POST', { name }))['id']),
    async reportTask(agent, body) {
      const task = { input: {}, ...body, run_locally: true };
      const { id } = await ask(`/agent-execution/${encodeURIComponent(agent)}`, 'POST', task);
      await ask(`/agent-execution/${encodeURIComponent(String(id))}/update`, 'PATCH', body);
      return String(id);
    },
    readTask: (id) => ask(`/agent-execution/${encodeURIComponent(id)}/status`),
  };
}
