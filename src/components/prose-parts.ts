// The components that the Markdown plugins put into every piece of prose.
import Lead from './Lead.astro';
import Note from './Note.astro';
import ProseLink from './ProseLink.astro';
import SideNote from './SideNote.astro';

export const proseParts = { a: ProseLink, Lead, Note, SideNote };
