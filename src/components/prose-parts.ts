// The components that the Markdown plugins put into every piece of prose.
import Lead from './prose/Lead.astro';
import Note from './mark/Note.astro';
import ProseLink from './mark/ProseLink.astro';
import SideNote from './mark/SideNote.astro';

export const proseParts = { a: ProseLink, Lead, Note, SideNote };
