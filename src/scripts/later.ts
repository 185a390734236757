// Loads the script of a component, written as `<script type="text/plain" src>`, when a reader opens a `<details>` beside it.
document.addEventListener(
  'toggle',
  ({ target }) => {
    const later = (target as Element).parentElement?.querySelector<HTMLScriptElement>('[type="text/plain"]');
    if (!later) return;
    const script = document.createElement('script');
    script.src = later.src;
    later.replaceWith(script);
  },
  true,
);

// An address with a day opens what was known on that day (src/scripts/known.ts).
if (location.search.includes('known=')) document.querySelector('.known')?.toggleAttribute('open');
