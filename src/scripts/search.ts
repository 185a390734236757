// Makes the search link open a dialogue. Its field is there at once, so that no keystroke is lost; what searches is
// loaded when a reader first opens it.

class SiteSearch extends HTMLElement {
  /** Where the reader last clicked before the dialogue opened (src/search/client.ts). */
  place: Element | null | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const page = document.querySelector('[data-search-page]');
    const field = document.createElement('input');
    let dialog: HTMLDialogElement | undefined;

    /** Loads the search script, a classic script because a page opened from disk cannot load modules. */
    const load = (container: Element): void => {
      // Not of type `search`, in which Escape would empty the field instead of closing the dialogue.
      field.role = 'searchbox';
      field.ariaLabel = 'Search';
      // The last key: after Enter, the search script opens the first result when it comes (src/search/client.ts).
      field.onkeydown = ({ key }) => {
        field.name = key;
      };
      container.append(field);
      const script = document.createElement('script');
      script.src = new URL('search/search.js', link.href).href;
      // Without the script, go to the search page, which links to the indexes.
      script.onerror = () => {
        if (page) document.querySelector('[data-search-refused]')?.removeAttribute('hidden');
        else location.href = link.href;
      };
      document.head.append(script);
    };

    const open = (event?: Event): void => {
      event?.preventDefault();
      if (!page && !dialog) {
        dialog = document.createElement('dialog');
        dialog.className = 'search-dialog';
        dialog.ariaLabel = 'Search';
        document.body.append(dialog);
        load(dialog);
      }
      if (dialog && !dialog.open) {
        this.place = getSelection()?.focusNode?.parentElement;
        dialog.showModal();
      }
      field.focus();
      field.select();
    };

    link.onclick = (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event);
    document.addEventListener('keydown', (event) => {
      const typing = (event.target as Element).closest('input, select');
      const command = event.ctrlKey || event.metaKey;
      if (!typing && event.key.toLowerCase() === (command ? 'k' : '/')) open(event);
    });
    if (page) load(page);
    // What the reader typed before this script was there (src/scripts/early.ts).
    const { keys } = document.documentElement.dataset;
    if (page || keys || location.search.includes('q=')) open();
    if (keys) field.value = keys.slice(1);
  }
}

customElements.define('site-search', SiteSearch);
