// Builds this project's site over one of the bench's libraries: `node build-ours.ts LIBRARY OUT`.
import { buildSite } from '../src/commands/build.ts';

const [library, out] = process.argv.slice(2);
if (!library || !out) throw new Error('Usage: node build-ours.ts LIBRARY OUT');
await buildSite(library, out);
