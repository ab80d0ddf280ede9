import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { forgetUpdates } from './files.ts';

interface TestFile {
  readonly name: string;
  /** Loading a file declares its tests. */
  load(): unknown;
}

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** One line for each test; a failure's goes on with its stack. */
  readonly lines: readonly string[];
}

const timeoutMs = 60_000;

/**
 * Runs the tests inside VS Code's extension host. The result goes to the file that
 * WORKFLOW_TASKS_RESULT names, since the host's output does not reach the runner everywhere;
 * without one, to the debug console.
 * Rejects where a test failed or none ran: VS Code then exits with a code other than 0.
 */
export async function runSuite(files: readonly TestFile[]): Promise<void> {
  const result = await runFiles(files).catch(broken);
  const path = process.env['WORKFLOW_TASKS_RESULT'];
  if (path) writeFileSync(path, JSON.stringify(result));
  else console.log(result.lines.join('\n'));
  const { passed, failed } = result;
  if (failed > 0 || passed === 0) throw new Error(`${passed} passed, ${failed} failed`);
}

async function runFiles(files: readonly TestFile[]): Promise<Result> {
  const only = process.env['WORKFLOW_TASKS_ONLY'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: timeoutMs,
    reporter: Silent,
    ...(only ? { fgrep: only } : {}),
  });
  for (const file of files) {
    mocha.suite.emit('pre-require', globalThis, file.name, mocha);
    file.load();
  }
  // What the last one leaves behind is what the next window begins with.
  for (const suite of mocha.suite.suites.slice(0, -1)) suite.afterAll(forgetUpdates);
  const lines: string[] = [];
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => {
        passed += 1;
        lines.push(`✔ ${test.fullTitle()} (${test.duration} ms)`);
      })
      .on('fail', (test, error: Error) => lines.push(`✖ ${test.fullTitle()}\n${error.stack}`));
  });
  return { passed, failed, lines };
}

class Silent extends Mocha.reporters.Base {}

/** A file that cannot be loaded counts as one failure. */
function broken(error: unknown): Result {
  const why = error instanceof Error ? error.stack : String(error);
  return { passed: 0, failed: 1, lines: [`✖ the tests could not be loaded\n${why}`] };
}
