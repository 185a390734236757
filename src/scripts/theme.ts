// The theme switch: follows the system until the reader chooses a theme, then stores the choice. The inline script of
// each page (src/scripts/early.ts) applies it before the first paint.

/** Around the button that switches to the other theme. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.onclick = () => {
      const root = document.documentElement.dataset;
      const dark = root['theme']
        ? root['theme'] === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      root['theme'] = dark ? 'light' : 'dark';
      try {
        localStorage['theme'] = root['theme'];
      } catch {
        // Without storage, the choice applies to this page only.
      }
    };
  }
}

customElements.define('theme-switch', ThemeSwitch);
