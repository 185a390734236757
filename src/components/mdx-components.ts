import type { ProseComponent } from '../model/prose-components.ts';
import Cite from './mark/Cite.astro';
import ProseLink from './mark/ProseLink.astro';
import AsKnownOn from './prose/AsKnownOn.astro';
import Changed from './prose/Changed.astro';
import Disputes from './prose/Disputes.astro';
import Groups from './prose/Groups.astro';
import HeldTexts from './prose/HeldTexts.astro';
import Ledgers from './prose/Ledgers.astro';
import AfterLede from './prose/AfterLede.astro';
import Modes from './prose/Modes.astro';
import SampleReport from './prose/SampleReport.astro';
import Sides from './prose/Sides.astro';
import StandingRule from './prose/StandingRule.astro';
import Timeline from './prose/Timeline.astro';

/**
 * Components that editors use by name. `src/model/prose-components.ts` lists the same names, so that an unknown name is an
 * error with a line number.
 */
const named = {
  Timeline,
  Groups,
  Changed,
  AsKnownOn,
  Disputes,
  HeldTexts,
  Ledgers,
  StandingRule,
  SampleReport,
  Sides,
  Modes,
} satisfies Record<ProseComponent, unknown>;

/** All components of MDX content: the named ones, and those that the Markdown plugins insert. */
export const mdxComponents = { ...named, a: ProseLink, AfterLede, Cite };
