import { strict as assert } from 'node:assert';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { cached } from '../../../scripts/cache.ts';
import { findJava } from '../../../scripts/findJava.ts';
import { run } from '../../../scripts/run.ts';
import { runProgram } from '../../support/runProgram.ts';
import type { Toolchain } from './toolchain.ts';

const group = 'org.conductoross';
const artifact = 'conductor-client';
const version = '6.0.0';
const least = 21;

/**
 * Fetches Conductor's Java client from Maven Central. @throws {Error} with one sentence, where a
 * JDK or Maven is missing or cannot fetch it
 */
export async function java(): Promise<Toolchain> {
  const found = await findJava(least);
  if (found === undefined) throw new Error(`There is no Java ${least} or newer on this machine.`);
  const fetched = await cached(`clients/${artifact}-${version}`, fetchJars);
  const lib = join(fetched, 'lib');
  const classPath = (await readdir(lib)).map((jar) => join(lib, jar)).join(delimiter);
  return {
    engine: 'conductor',
    language: 'java',
    name: `Java, ${artifact} ${version}`,
    async compile(codes, folder) {
      const files = codes.map((_, index) => join(folder, String(index), 'UpdateTask.java'));
      for (const [index, file] of files.entries()) {
        await mkdir(dirname(file));
        await writeFile(file, codes[index] ?? '');
      }
      const compiler = join(folder, 'CompileEach.java');
      await writeFile(compiler, compileEach);
      const ran = await runProgram(found, [compiler, classPath, ...files]);
      assert.equal(ran?.code, 0, ran?.output);
      return files.map((file) => ({
        program: found,
        args: [...quickStart, '-cp', `${dirname(file)}${delimiter}${classPath}`, 'UpdateTask'],
      }));
    },
  };
}

// Each snippet runs for a second only, so the JVM need not optimize.
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

// All classes are called UpdateTask, so each needs its own compilation. A javac process for each
// would take minutes on a small machine.
const compileEach = `import java.io.File;
import javax.tools.ToolProvider;

public class CompileEach {
    public static void main(String[] args) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new IllegalStateException("This is no JDK: it has no compiler.");
        for (int at = 1; at < args.length; at++) {
            int code = compiler.run(null, null, null, "-encoding", "UTF-8", "-proc:none", "-Xlint:all,-path,-classfile",
                "-Werror", "-cp", args[0], "-d", new File(args[at]).getParent(), args[at]);
            if (code != 0) System.exit(code);
        }
    }
}
`;

async function fetchJars(folder: string): Promise<void> {
  const pom = join(folder, 'pom.xml');
  const dependency = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
  await writeFile(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>snippets</groupId><artifactId>snippets</artifactId><version>1</version>
  <dependencies><dependency>${dependency}</dependency></dependencies>
</project>
`,
  );
  const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime'];
  const lib = `-DoutputDirectory=${join(folder, 'lib')}`;
  const ran = await run('mvn', ['-q', '-B', '-f', pom, ...copy, lib], { quiet: true });
  if (ran.code === 0) return;
  throw new Error(`Maven could not fetch ${group}:${artifact}:${version}.`);
}
