/** What a command does with the argument that VS Code hands it, whatever that is. */
export type Handler = (argument: unknown) => Promise<void>;
