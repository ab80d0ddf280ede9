/** What a mock server begins with: `demo`, `empty`, or how many executions to generate. */
export type Seed = 'demo' | 'empty' | number;
