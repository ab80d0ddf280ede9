/** `npm run package` makes dist/workflow-tasks.vsix. */
import { relative } from 'node:path';
import { root } from './root.ts';
import { packedFiles, packVsix } from './vsix.ts';

const { path, sizeBytes } = await packVsix();
console.log(packedFiles.join('\n'));
console.log(`${relative(root, path)}  ${(sizeBytes / 1000).toFixed(0)} KB`);
