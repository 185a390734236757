// The theme switch: follows the system until the reader chooses a theme, then stores the choice. The inline script of
// each page (src/scripts/early.ts) applies it before the first paint.

/** A button with the name of the theme that it switches to. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const root = document.documentElement;
    const word = this.querySelector('.theme-word');
    const system = matchMedia('(prefers-color-scheme: dark)');
    const dark = (): boolean => (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
    const label = (): void => word?.replaceChildren(dark() ? 'Light' : 'Dark');
    this.addEventListener('click', () => {
      const theme = dark() ? 'light' : 'dark';
      root.dataset['theme'] = theme;
      try {
        localStorage['theme'] = theme;
      } catch {
        // Without storage, the choice applies to this page only.
      }
      label();
    });
    system.addEventListener('change', label);
    label();
  }
}

customElements.define('theme-switch', ThemeSwitch);
