// Writes the address of the page, and the day, into its references when a reader opens them. A row of a ledger or a
// position that the address names is cited with it. A copy on a disk has no address to cite.
import { ADDRESS_IN, type ReferenceFormat } from '../util/reference-address.ts';

function complete(details: HTMLElement): void {
  const { cite } = details.dataset;
  if (cite === undefined || location.protocol === 'file:') return;
  const anchor = /^#(?:r\d+|position-.+)$/.exec(location.hash)?.[0] ?? '';
  const address = (cite || location.origin + location.pathname) + anchor;
  for (const part of details.querySelectorAll('.copy span')) {
    const format = part.parentElement?.classList[1] as ReferenceFormat;
    part.textContent = ADDRESS_IN[format](address, new Date());
  }
  details.querySelector('[data-add]')?.remove();
}

for (const details of document.querySelectorAll<HTMLElement>('[data-cite]')) {
  complete(details);
  details.addEventListener('toggle', () => complete(details));
}
