// The components that prose may use by name; `src/rules/prose.ts` lists the same names, so that
// an unknown one is an error with a line, not a blank on the page.
import type { ProseComponent } from '../rules/prose.ts';
import Disputes from './Disputes.astro';
import EventTimeline from './EventTimeline.astro';
import Groups from './Groups.astro';
import Lineage from './Lineage.astro';
import Matrix from './Matrix.astro';
import Modes from './Modes.astro';
import Sides from './Sides.astro';
import Sources from './Sources.astro';
import StandingRule from './StandingRule.astro';
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
