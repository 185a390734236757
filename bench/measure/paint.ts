// Paint and blocking under Lighthouse's throttled mobile profile.
import { lighthouse } from './lighthouse.ts';

export interface Paint {
  /** Milliseconds. */
  readonly largest: number;
  /** Milliseconds of the main thread's blocking. */
  readonly blocking: number;
  /** Lighthouse's score for performance, 0 to 100. */
  readonly score: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

/** @param browser the path of a Chromium */
export async function paint(browser: string, address: string): Promise<Paint> {
  const { audits, categories } = await lighthouse(browser, address, ['performance']);
  const value = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  return {
    largest: value('largest-contentful-paint'),
    blocking: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    score: Math.round((categories['performance']?.score ?? 0) * 100),
  };
}
