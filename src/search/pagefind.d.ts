// What the client uses of Pagefind 1.6 in the browser, which comes without types: the engine
// (https://pagefind.app/docs/api/) and the Component UI (https://pagefind.app/docs/search-ui/). What Pagefind does not
// document is in src/search/pagefind-internals.ts.

export type Filters = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ResultData {
  readonly raw_url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results?: readonly { readonly title: string; readonly url: string }[];
}

export interface SearchResults {
  readonly results: readonly { readonly id: string; data(): Promise<ResultData> }[];
}

export interface Engine {
  search(term: string | null, options?: object): Promise<SearchResults | null>;
  filters(): Promise<Filters>;
}

export interface ComponentInstance {
  readonly searchTerm: string;
  readonly searchFilters: Readonly<Record<string, readonly string[]>>;
  on(event: 'search', callback: () => void): void;
  on(event: 'results', callback: (found: SearchResults) => void): void;
  triggerSearch(term: string): void;
}

declare global {
  interface Window {
    readonly PagefindComponents: {
      getInstanceManager(): { getInstance(name: string): ComponentInstance };
    };
  }
}
