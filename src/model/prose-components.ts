// The components that prose may use by name, such as `<Timeline />`: lists and counts of the archive.
export const PROSE_COMPONENTS = [
  'Timeline',
  'Groups',
  'Changed',
  'AsKnownOn',
  'Disputes',
  'HeldTexts',
  'Ledgers',
  'StandingRule',
  'SampleReport',
  'Sides',
  'Modes',
] as const;

export type ProseComponent = (typeof PROSE_COMPONENTS)[number];
