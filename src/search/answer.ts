// Asks Pagefind what a plan needs, and joins and orders what it finds. Pagefind is asked for whole words only, which it
// loads the right pieces of its index for: what it makes of a beginning or of an unknown word depends on the pieces
// that earlier queries have loaded.
import type { Engine, EngineResult, ResultData } from 'pagefind-engine';
import type { Plan, Term, Vocabulary } from './query.ts';
import { fold } from './words.ts';

/** The facets that pages (src/components/site/SearchFacets.astro) and reports have. */
export const FACETS = ['Kind', 'Side', 'Source', 'Standing'] as const;

/** Kinds of pages that are no entries: they come among the reports. */
const OTHER = ['Report', 'Report, not saved', 'About', 'Explainer', 'Index'];
/** Kinds of entries whose titles are names: a person comes before a question about the person. */
const NAMED = ['Group', 'Person', 'Place', 'Organisation', 'Term'];

/** Shorter words are ranked by how often they occur: their longer words, which add to the scores of Pagefind, lie in
    several pieces of its index, and which of these are loaded depends on earlier queries. */
const SCORED = 3;

/** What search knows of all records before a query. */
export type Catalogue = Awaited<ReturnType<typeof loadCatalogue>>;

export interface Hit {
  readonly id: string;
  /** The words found in its text. */
  readonly places: readonly number[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** True if no record has all terms, so that these have only most of them. */
  readonly most: boolean;
  /** True if the reader put the words in quotation marks, and no record has them in this order. */
  readonly loose: boolean;
}

/** Loads the catalogue. */
export async function loadCatalogue(engine: Engine, { ids, filters }: Vocabulary) {
  const records = new Map((await engine.search(null)).results.map((result) => [result.id, result]));
  /** The records that have a value to sort by, the lowest first: Pagefind leaves out the others. */
  const sorted = async (by: string): Promise<string[]> =>
    (await engine.search(null, { sort: { [by]: 'asc' } })).results.map(({ id }) => id);
  const dated = await sorted('date');
  const hasDate = new Set(dated);
  return {
    engine,
    /** The records that have any of some values of a facet, of `Name`, `Day`, `Start` or `Namesake`. */
    having: (filter: string, values: Iterable<string>): ReadonlySet<string> =>
      new Set([...values].flatMap((value) => (filters[filter]?.[value] ?? []).map((at) => ids[at] ?? ''))),
    /** The values of a facet. */
    values: (facet: string): string[] => Object.keys(filters[facet] ?? {}).sort(),
    /** All records by date, the oldest first, and those without a date. */
    dated,
    undated: [...records.keys()].filter((id) => !hasDate.has(id)),
    /** The events, by the number of reports about them, the fewest first. */
    events: await sorted('reports'),
    data: (id: string): Promise<ResultData> => (records.get(id) as EngineResult).data(),
  };
}

/** How a record matches one term. */
interface Found {
  score: number;
  named: boolean;
  readonly places: number[];
}

/** The records that have a term. */
async function find({ engine, having }: Catalogue, term: Term): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const at = (id: string): Found => {
    const record = found.get(id) ?? { score: 0, named: false, places: [] };
    found.set(id, record);
    return record;
  };
  for (const word of term.words) {
    const counted = term.beginning || word.length < SCORED;
    const exact = (await engine.search(`"${word}"`)).results;
    for (const { id, words } of exact) {
      const record = at(id);
      record.places.push(...words);
      if (counted) record.score += Math.log1p(words.length);
    }
    // Only a search without quotation marks has scores. It finds longer words too, which are left out.
    if (counted || exact.length === 0) continue;
    for (const { id, score } of (await engine.search(word)).results) {
      const record = found.get(id);
      if (record) record.score = Math.max(record.score, score);
    }
  }
  // To Pagefind, Denis is a form of “denied” (vocabulary.ts).
  for (const id of having('Namesake', term.words.map(fold))) found.delete(id);
  for (const id of having('Name', term.names)) at(id).named = true;
  for (const id of having('Day', term.days)) at(id).named = true;
  return found;
}

/** Answers a plan with terms. */
export async function answer(catalogue: Catalogue, plan: Plan): Promise<Answer> {
  const { engine, having, events } = catalogue;
  const found: Map<string, Found>[] = [];
  for (const term of plan.terms) found.push(await find(catalogue, term));
  const exact = having('Name', plan.name === undefined ? [] : [plan.name]);
  const others = having('Kind', OTHER);
  const withNames = having('Kind', NAMED);
  // For a day, its events come first: those that begin on it, and of these the one with the most reports.
  const days = plan.terms.every((term) => term.days.length > 0)
    ? plan.terms.flatMap((term) => term.days)
    : [];
  const begun = having('Start', days);
  const reported = new Map(days.length > 0 ? events.map((id, at) => [id, at + 1]) : []);
  const inOrder = plan.phrase.includes(' ') ? (await engine.search(`"${plan.phrase}"`)).results : [];
  const phrase = new Map(inOrder.map(({ id, words }) => [id, words]));

  const all = new Set([...exact, ...found.flatMap((records) => [...records.keys()])]);
  const records = [...all].map((id) => ({ id, has: found.flatMap((each) => each.get(id) ?? []) }));
  const most = Math.max(0, ...records.map(({ has }) => has.length));
  const hits = records
    .filter(({ id, has }) =>
      plan.quoted && phrase.size > 0 ? phrase.has(id) || exact.has(id) : has.length === most,
    )
    .map(({ id, has }) => {
      const named = !others.has(id) && has.length === most && has.every((term) => term.named);
      return {
        id,
        places: phrase.get(id) ?? has.flatMap(({ places }) => places),
        // In order of importance. Round the scores, because sums in another order differ in their last digits.
        rank: [
          exact.has(id),
          named && withNames.has(id),
          named && begun.has(id),
          named && (reported.get(id) ?? 0),
          named,
          phrase.has(id),
          !others.has(id),
          Math.round(has.reduce((sum, { score }) => sum + score, 0) * 1000),
        ].map(Number),
      };
    })
    .sort((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
      return at < 0 ? (a.id < b.id ? -1 : 1) : (b.rank[at] ?? 0) - (a.rank[at] ?? 0);
    });
  const loose = plan.quoted && plan.terms.length > 1 && phrase.size === 0 && exact.size === 0;
  return { hits, most: most < plan.terms.length && exact.size === 0, loose };
}
