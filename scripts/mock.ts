import { main } from '../src/mock/main.ts';

await main(process.argv.slice(2));
