// Adds a button to each reference that copies it, and writes the address of the page, and the day, into the references to
// the page itself when a reader opens them. A row of a ledger or a position that the address names is cited with it. A
// copy on a disk has no address to cite.
import { ADDRESS_IN, type ReferenceFormat } from '../util/reference-address.ts';
import { make } from './make.ts';

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

/** Puts a button before a reference. Its words say whether the copy succeeded, and screen readers announce them. */
function addCopyButton(reference: Element): void {
  const button = make('button', { type: 'button', ariaLive: 'polite' }, 'Copy');
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(reference.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection()?.selectAllChildren(reference);
      button.textContent = 'Selected: copy it with the keyboard';
    }
  };
  reference.before(button);
}

for (const details of document.querySelectorAll<HTMLElement>('[data-cite]')) {
  complete(details);
  details.addEventListener('toggle', () => complete(details));
}
document.querySelectorAll('.copy').forEach(addCopyButton);
