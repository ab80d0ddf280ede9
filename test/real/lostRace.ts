/**
 * What the real server writes where its own threads got into each other's way in its database:
 * an execution that fails with this says nothing about the engine.
 */
export const lostRace = /SQLITE_BUSY|Error scheduling tasks: \[/;
