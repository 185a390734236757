declare namespace App {
  interface Locals {
    /** Set while `src/pages/whole.astro` renders; components omit what only the own page of an entry needs. */
    onePage?: {
      /** The id of the section that stands for each page, by the page's address: `/people/ada.html` → `people.ada`. */
      readonly sections: ReadonlyMap<string, string>;
    };
  }
}
