// Writes the address of the page and the day for paper (src/styles/print.css). The address of a copy on a disk says nothing to
// others.
onbeforeprint = () => {
  const footer = document.querySelector<HTMLElement>('.site-footer p');
  if (!footer || location.protocol === 'file:') return;
  const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
  footer.dataset['printed'] = `${footer.dataset['address'] ?? location.href}, printed on ${day}.`;
};
