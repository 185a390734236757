// What the client uses of Pagefind 1.6 in the browser, which comes without types (https://pagefind.app/docs/api/). The build
// resolves the name (src/search/bundle.ts).
declare module 'pagefind-engine' {
  export interface ResultData {
    /** The address of the record, from the site's root, with a slash before it. */
    readonly raw_url: string;
    readonly content: string;
    readonly meta: Readonly<Record<string, string>>;
    readonly filters: Readonly<Record<string, readonly string[]>>;
    /** The places of the content that have an address, by their first word. */
    readonly anchors: readonly {
      readonly element: string;
      readonly id: string;
      readonly text: string;
      readonly location: number;
    }[];
  }

  export interface EngineResult {
    readonly id: string;
    readonly score: number;
    /** The words found, counted from the start of the content. */
    readonly words: readonly number[];
    data(): Promise<ResultData>;
  }

  export interface Engine {
    /** @param term null for all records; in quotation marks, words that follow each other exactly */
    search(
      term: string | null,
      options?: { readonly sort?: Readonly<Record<string, 'asc' | 'desc'>> },
    ): Promise<{ readonly results: readonly EngineResult[] }>;
  }

  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking: { termSimilarity: number };
  }): Engine;
}
