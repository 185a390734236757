// Asks Pagefind what a plan needs, and joins and orders what it finds. Pagefind is asked for whole words only, which it
// loads the right pieces of its index for: what it makes of a beginning or of an unknown word depends on the pieces
// that earlier queries have loaded.
import type { Engine, EngineResult, ResultData } from './pagefind.d.ts';
import type { Plan, Term } from './query.ts';

/** The facets that pages (src/components/site/SearchFacets.astro) and reports have. */
export const FACETS = ['Kind', 'Side', 'Source', 'Standing'] as const;

/** Kinds of pages that are no entries: they come among the reports. */
const OTHER = ['Report', 'About', 'Explainer', 'Index'];

/** What search knows of all records before a query. */
export interface Catalogue {
  /** The records of each value of each facet. */
  readonly facets: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** All records by date, the oldest first, and those without a date last. */
  readonly dated: readonly string[];
  readonly undated: readonly string[];
  readonly entries: ReadonlySet<string>;
  data(id: string): Promise<ResultData>;
}

export interface Hit {
  readonly id: string;
  /** The words found in its text. */
  readonly places: readonly number[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** True if no record has all terms, and these have most. */
  readonly most: boolean;
  /** True if the reader put the words in quotation marks, and no record has them in this order. */
  readonly loose: boolean;
}

/** Loads the catalogue. */
export async function loadCatalogue(engine: Engine): Promise<Catalogue> {
  const values = await engine.filters();
  const ids = async (facet: string, value: string): Promise<ReadonlySet<string>> => {
    const { results } = await engine.search(null, { filters: { [facet]: { any: [value] } } });
    return new Set(results.map(({ id }) => id));
  };
  const facets = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  for (const facet of FACETS) {
    const records = new Map<string, ReadonlySet<string>>();
    for (const value of Object.keys(values[facet] ?? {}).sort()) records.set(value, await ids(facet, value));
    facets.set(facet, records);
  }
  const all = (await engine.search(null)).results;
  const records = new Map(all.map((result) => [result.id, result]));
  // Pagefind leaves out of sorted results what has no date.
  const dated = (await engine.search(null, { sort: { date: 'asc' } })).results.map(({ id }) => id);
  const hasDate = new Set(dated);
  const others = new Set(OTHER.flatMap((kind) => [...(facets.get('Kind')?.get(kind) ?? [])]));
  return {
    facets,
    dated,
    undated: all.flatMap(({ id }) => (hasDate.has(id) ? [] : id)),
    entries: new Set(all.flatMap(({ id }) => (others.has(id) ? [] : id))),
    data: (id) => (records.get(id) as EngineResult).data(),
  };
}

/** What a record has of one term. */
interface Found {
  score: number;
  named: boolean;
  readonly places: number[];
}

async function recordsOf(engine: Engine, filter: string, values: readonly string[]): Promise<string[]> {
  if (values.length === 0) return [];
  const { results } = await engine.search(null, { filters: { [filter]: { any: values } } });
  return results.map(({ id }) => id);
}

/** The records that have a term. */
async function find(engine: Engine, term: Term): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const at = (id: string): Found => {
    const record = found.get(id) ?? { score: 0, named: false, places: [] };
    found.set(id, record);
    return record;
  };
  for (const word of term.words) {
    const exact = (await engine.search(`"${word}"`)).results;
    for (const { id, words } of exact) {
      const record = at(id);
      record.places.push(...words);
      if (term.beginning) record.score += Math.log1p(words.length);
    }
    // Only a search without quotation marks has scores. It finds longer words too, which are left out.
    if (term.beginning || exact.length === 0) continue;
    const exactly = new Set(exact.map(({ id }) => id));
    for (const { id, score } of (await engine.search(word)).results)
      if (exactly.has(id)) at(id).score = Math.max(at(id).score, score);
  }
  const named = [
    ...(await recordsOf(engine, 'Name', term.names)),
    ...(await recordsOf(engine, 'Day', term.days)),
  ];
  for (const id of named) at(id).named = true;
  return found;
}

/** Answers a plan with terms. */
export async function answer(engine: Engine, catalogue: Catalogue, plan: Plan): Promise<Answer> {
  const found: Map<string, Found>[] = [];
  for (const term of plan.terms) found.push(await find(engine, term));
  const exact = new Set([
    ...(plan.name === undefined ? [] : await recordsOf(engine, 'Name', [plan.name])),
    ...(plan.key === undefined ? [] : await recordsOf(engine, 'Key', [plan.key])),
  ]);
  const inOrder = plan.phrase.includes(' ') ? (await engine.search(`"${plan.phrase}"`)).results : [];
  const phrase = new Map(inOrder.map(({ id, words }) => [id, words]));

  const candidates = [...new Set([...exact, ...found.flatMap((records) => [...records.keys()])])].map(
    (id) => {
      const has = found.flatMap((records) => records.get(id) ?? []);
      return {
        id,
        places: phrase.get(id) ?? has.flatMap(({ places }) => places),
        terms: exact.has(id) ? plan.terms.length : has.length,
        // From what matters most to what matters least. Scores are rounded, since the order of sums changes their end.
        rank: [
          exact.has(id),
          has.filter(({ named }) => named).length === plan.terms.length && catalogue.entries.has(id),
          phrase.has(id),
          catalogue.entries.has(id),
          Math.round(has.reduce((sum, { score, named }) => sum + score + (named ? 1 : 0), 0) * 1000),
        ].map(Number),
      };
    },
  );
  const most = Math.max(0, ...candidates.map(({ terms }) => terms));
  const hits = candidates
    .filter(({ id, terms }) =>
      plan.quoted && phrase.size > 0 ? phrase.has(id) || exact.has(id) : terms === most,
    )
    .sort((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
      return at < 0 ? (a.id < b.id ? -1 : 1) : (b.rank[at] ?? 0) - (a.rank[at] ?? 0);
    });
  const loose = plan.quoted && plan.terms.length > 1 && phrase.size === 0 && exact.size === 0;
  return { hits, most: most < plan.terms.length, loose };
}
