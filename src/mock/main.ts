import { parseCommandLine } from './commandLine.ts';
import { startMock } from './mockServer.ts';

/** Runs the mock from the command line. Prints its URLs as one line of JSON; a signal ends it. */
export async function main(args: readonly string[]): Promise<void> {
  const line = parseCommandLine(args);
  if (line.kind === 'bad') {
    console.error(line.message);
    process.exitCode = 2;
    return;
  }
  try {
    const server = await startMock(line.options);
    const stop = () => {
      void server.close();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    console.log(JSON.stringify(server.urls));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`The mock server cannot start: ${reason}`);
    process.exitCode = 1;
  }
}
