// The script of every page, under 2 KB (tests/output/budgets.test.ts). Pages work without it.
import './theme.ts';
import './search.ts';
import './dismiss.ts';
import './keep-offline.ts';
import './later.ts';
import './anchor.ts';

// The address of the page, for paper (src/styles/print.css).
document.documentElement.dataset['at'] = location.href;
