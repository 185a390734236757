// Makes the search link open a dialogue. The search engine is loaded when a reader first opens it.

/** Loads the search script, a classic script because a page opened from disk cannot load modules. */
function load(link: HTMLAnchorElement): Promise<void> {
  const script = document.createElement('script');
  script.src = new URL('search/search.js', link.href).href;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = reject;
    document.head.append(script);
  });
}

class SiteSearch extends HTMLElement {
  #loading: Promise<void> | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const open = (event: Event): void => {
      event.preventDefault();
      this.#loading ??= load(link);
      // If the script fails to load, go to the search page, which links to the indexes.
      this.#loading.then(
        () => window.dispatchEvent(new CustomEvent('site-search')),
        () => location.assign(link.href),
      );
    };
    link.addEventListener('click', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
    });
    document.addEventListener('keydown', (event) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!typing && (slash || chord)) open(event);
    });
    if (document.querySelector('[data-search-page]')) {
      this.#loading = load(link);
      this.#loading.catch(() => document.querySelector('[data-search-refused]')?.removeAttribute('hidden'));
    }
  }
}

customElements.define('site-search', SiteSearch);
