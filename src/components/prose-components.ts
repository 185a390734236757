// The components that prose may use by name; `src/rules/prose.ts` lists the same names, so that
// an unknown one is an error with a line, not a blank on the page.
import type { ProseComponent } from '../rules/prose.ts';
import Disputes from './prose/Disputes.astro';
import EventTimeline from './EventTimeline.astro';
import Groups from './prose/Groups.astro';
import Lineage from './Lineage.astro';
import Matrix from './Matrix.astro';
import Modes from './prose/Modes.astro';
import Sides from './prose/Sides.astro';
import Sources from './prose/Sources.astro';
import StandingRule from './prose/StandingRule.astro';
import StatementsTimeline from './StatementsTimeline.astro';
import Timeline from './Timeline.astro';

export const proseComponents = {
  Timeline,
  Groups,
  Disputes,
  Sources,
  StandingRule,
  Sides,
  Modes,
  EventTimeline,
  StatementsTimeline,
  Lineage,
  Matrix,
} satisfies Record<ProseComponent, unknown>;
