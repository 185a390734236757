// Escape puts away a note or a preview that hovering or focus has opened; reaching for one brings them back.
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.documentElement.classList.add('dismissed');
});
for (const event of ['pointerover', 'focusin']) {
  document.addEventListener(event, ({ target }) => {
    if (target instanceof Element && target.closest('.cite, [data-preview]')) {
      document.documentElement.classList.remove('dismissed');
    }
  });
}
