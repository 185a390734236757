// What we use of Pagefind 1.6 in the browser.

export type Filters = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ResultData {
  readonly raw_url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results?: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
  }[];
}

export interface SearchResults {
  readonly results: readonly { readonly id: string; data(): Promise<ResultData> }[];
  /** Counts in the results, of the facets that are there. */
  readonly filters: Filters;
  /** The same without the results' own narrowing. */
  readonly totalFilters: Filters;
}

export interface SearchOptions {
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly sort?: Readonly<Record<string, string>>;
}

export interface Engine {
  search(term: string | null, options?: SearchOptions): Promise<SearchResults | null>;
  filters(): Promise<Filters>;
}

export interface ComponentInstance {
  __pagefind__: Engine | null;
  availableFilters: Filters | null;
  totalFilters: Filters | null;
  readonly searchTerm: string;
  readonly searchFilters: Readonly<Record<string, readonly string[]>>;
  __dispatch__(event: 'filters', data: { available: Filters; total: Filters }): void;
  on(event: 'search', callback: () => void): void;
  on(event: 'results', callback: (found: SearchResults) => void): void;
  triggerSearch(term: string): void;
}

declare global {
  interface Window {
    readonly PagefindComponents: {
      configureInstance(name: string, options: { bundlePath: string }): void;
      getInstanceManager(): { getInstance(name: string): ComponentInstance };
    };
  }
}
