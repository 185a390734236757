// Text that is made before it can be written where it belongs: it waits in a file, not in memory.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** A file for texts, each read again as often as wanted. */
export class Scratch {
  readonly #path: string;
  readonly #file: number;
  #end = 0;

  /** @param path of a file that does not exist yet */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx+');
  }

  /**
   * Lays a text down.
   * @returns what reads it
   */
  put(text: string): () => string {
    const at = this.#end;
    const length = writeSync(this.#file, text, at);
    this.#end += length;
    return () => {
      const bytes = Buffer.alloc(length);
      readSync(this.#file, bytes, 0, length, at);
      return bytes.toString();
    };
  }

  /** Takes the file away. */
  close(): void {
    closeSync(this.#file);
    rmSync(this.#path);
  }
}
