/**
 * What a command does; the argument comes from a menu, a key or nobody. `selected`: all selected
 * rows, where a menu or a button was used on one of several.
 */
export type Handler = (argument: unknown, selected?: unknown) => Promise<void>;
