/** What a command does; the argument comes from a menu, a key or nobody. */
export type Handler = (argument: unknown) => Promise<void>;
