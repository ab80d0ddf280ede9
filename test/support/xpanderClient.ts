/** Raw requests for what the engine cannot do: creating agents and tasks. */
export interface XpanderClient {
  /** Creates an agent and returns its id. */
  addAgent(name: string): Promise<string>;
  /** Creates a task without a worker and returns its id. */
  reportTask(agent: string, body: object): Promise<string>;
  readTask(id: string): Promise<Readonly<Record<string, unknown>>>;
}

export function createXpanderClient(url: string): XpanderClient {
  const ask = async (path: string, body?: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await fetch(`${url}${path}`, {
      headers: { 'x-api-key': 'key of the test' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  return {
    addAgent: async (name) => String((await ask('/v1/agents', { name }))['id']),
    async reportTask(agent, body) {
      const path = `/agent-execution/${encodeURIComponent(agent)}/report_task`;
      return String((await ask(path, body))['id']);
    },
    readTask: (id) => ask(`/agent-execution/${encodeURIComponent(id)}/status`),
  };
}
