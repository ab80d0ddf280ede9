/**
 * The real server's message where its own threads conflict in the database: an execution that fails
 * with it says nothing about the engine.
 */
export const lostRace = /SQLITE_BUSY|Error scheduling tasks: \[/;
