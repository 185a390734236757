// What every page runs: nothing that a reader needs, and under 2 KB (tests/output/weight.test.ts).
import './theme.ts';
import './search.ts';
import './dismiss.ts';
import './keep-offline.ts';
