/** The initial content of a mock server: `demo`, `empty`, or a number of executions to generate. */
export type Seed = 'demo' | 'empty' | number;
