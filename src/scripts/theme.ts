// Light or dark: follows the system until the reader chooses; the choice lasts. A line in the head of each
// page (src/layouts/Page.astro) sets the choice before the first paint.

/** The switch: a button that names the theme it leads to. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const root = document.documentElement;
    const word = this.querySelector('.theme-word');
    const system = matchMedia('(prefers-color-scheme: dark)');
    const dark = (): boolean => (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
    const label = (): void => void (word && (word.textContent = dark() ? 'Light' : 'Dark'));
    this.querySelector('button')?.addEventListener('click', () => {
      const theme = dark() ? 'light' : 'dark';
      root.dataset['theme'] = theme;
      try {
        localStorage.setItem('theme', theme);
      } catch {
        // Storage may be barred; the choice then lasts for this page.
      }
      label();
    });
    system.addEventListener('change', label);
    label();
    this.hidden = false;
  }
}

customElements.define('theme-switch', ThemeSwitch);
