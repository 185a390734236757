// The switch for what the browser keeps, on the page about offline copies (OfflineSwitch.astro).
import { cachePrefix, inCaches } from '../worker/caches.ts';
import type { Message } from '../worker/messages.ts';

const CHOICE = 'offline';

/** "4 pages", "1 page". */
const pages = (count: number): string => `${count} ${count === 1 ? 'page' : 'pages'}`;

class OfflineSwitch extends HTMLElement {
  readonly #script = new URL('service-worker.js', location.href);
  readonly #scope = new URL('.', location.href).href;

  connectedCallback(): void {
    if (location.protocol === 'file:' || !('serviceWorker' in navigator)) return;
    try {
      localStorage.getItem(CHOICE);
    } catch {
      return;
    }
    this.#button('toggle').addEventListener('click', () => this.#act(() => this.#toggle()));
    this.#button('search').addEventListener('click', () => this.#act(() => this.#ask('take search')));
    this.#label();
    this.hidden = false;
    this.#act(async () => {
      // What was begun at the first page of a visit may still be under way.
      if (this.#on) await navigator.serviceWorker.ready;
    });
  }

  get #on(): boolean {
    return localStorage.getItem(CHOICE) !== 'off';
  }

  #button(name: string): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(`button[name="${name}"]`);
    if (!button) throw new Error(`There is no button ${name}.`);
    return button;
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }

  /** Does something that takes time, then says how things stand. */
  #act(task: () => Promise<unknown>): void {
    const buttons = this.querySelectorAll('button');
    for (const button of buttons) button.disabled = true;
    this.#say('One moment …');
    task()
      .then(() => this.#show())
      .catch(() => this.#say('That did not work: the browser refused, or the connection failed.'))
      .finally(() => {
        for (const button of buttons) button.disabled = false;
      });
  }

  /** Asks something of the worker and waits until it is done. @throws where it could not be */
  async #ask(message: Message): Promise<void> {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const done = new Promise<boolean>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
    });
    active?.postMessage(message, [port2]);
    if (!(await done)) throw new Error(`The service worker could not ${message}.`);
  }

  async #toggle(): Promise<void> {
    if (this.#on) {
      localStorage.setItem(CHOICE, 'off');
      const registration = await navigator.serviceWorker.getRegistration(this.#scope);
      if (registration?.active) await this.#ask('forget');
      await registration?.unregister();
    } else {
      localStorage.removeItem(CHOICE);
      await navigator.serviceWorker.register(this.#script);
      // A worker that other pages still hold on to is taken back as it is, with its caches empty.
      await this.#ask('restore');
    }
  }

  /** The button names what it does, also while it waits. */
  #label(): void {
    this.#button('toggle').textContent = this.#on ? 'Turn it off and delete what is kept' : 'Turn it on';
  }

  async #show(): Promise<void> {
    const stored = await inCaches(cachePrefix(this.#scope));
    const size = `${(stored.bytes / 1_000_000).toFixed(1)} MB`;
    const search = { all: 'all of search', some: 'what your searches used', none: 'nothing of search' }[
      stored.search
    ];
    this.#say(
      this.#on
        ? `On. This browser keeps ${pages(stored.pages)} and ${search}: ${size}.`
        : 'Off. This browser keeps nothing of the site.',
    );
    this.#label();
    this.#button('search').hidden = !this.#on || stored.search === 'all';
  }
}
customElements.define('offline-switch', OfflineSwitch);
