/**
 * A command's handler, with the raw arguments that VS Code passes. `selected` holds all selected
 * rows when a menu or button of one of several selected rows was used.
 */
export type Handler = (argument: unknown, selected?: unknown) => Promise<void>;
