import { problemOfServer } from '../domain/address.ts';
import type { Found, Values } from './candidate.ts';
import { fromCogniteEnvironment, fromToolkitEnv } from './cogniteCandidates.ts';
import { fromConductorCli, fromConductorEnvironment } from './conductorCandidates.ts';
import { fromXpanderCredentials, fromXpanderEnvironment } from './xpanderCandidates.ts';

/** A file of another tool; `kind` names the tool that wrote it. */
export interface FoundFile {
  readonly kind: 'conductorCli' | 'toolkitEnv' | 'xpanderCredentials';
  /** The file's name for display: "~/.xpander/credentials". */
  readonly name: string;
  readonly text: string;
}

const readers: Readonly<
  Record<FoundFile['kind'], (text: string, source: string, env: Values) => Found>
> = {
  conductorCli: (text, source) => ({ candidates: fromConductorCli(text, source), problems: [] }),
  toolkitEnv: fromToolkitEnv,
  xpanderCredentials: (text, source) => ({
    candidates: fromXpanderCredentials(text, source),
    problems: [],
  }),
};

/** Finds connections in the environment and in the files. Pure: the caller reads the files. */
export function findCandidates(env: Values, files: readonly FoundFile[]): Found {
  const source = 'environment variables';
  const candidates = [
    ...fromConductorEnvironment(env, source),
    ...fromCogniteEnvironment(env, source),
    ...fromXpanderEnvironment(env, source),
  ];
  const problems: string[] = [];
  for (const { kind, name, text } of files) {
    try {
      const found = readers[kind](text, name, env);
      candidates.push(...found.candidates);
      problems.push(...found.problems);
    } catch {
      // A parser's message may quote the file and reveal a secret, so it is not passed on.
      problems.push(`${name} could not be read: it is not in the form that its tool writes.`);
    }
  }
  return withGoodAddresses({ candidates, problems });
}

/** Moves connections whose address cannot be saved to the problems. */
function withGoodAddresses({ candidates, problems }: Found): Found {
  const bad = candidates.flatMap(({ source, connection }) => {
    const problem = problemOfServer(connection.url);
    return problem === undefined ? [] : [`The connection in ${source} cannot be used. ${problem}`];
  });
  return {
    candidates: candidates.filter(
      ({ connection }) => problemOfServer(connection.url) === undefined,
    ),
    problems: [...problems, ...bad],
  };
}
