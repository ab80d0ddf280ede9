/**
 * What a command does with the arguments that VS Code hands it, whatever they are. `selected`: all
 * selected rows, where a menu or a button was used on one of several.
 */
export type Handler = (argument: unknown, selected?: unknown) => Promise<void>;
