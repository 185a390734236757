// Facts about the site as a whole.

/** The name of the site, which is also the author and publisher of its pages. */
export const SITE_NAME = 'Claimed & Denied';

/** What the site is about, for titles. */
export const SITE_SUBJECT = 'Russian militias and the raids they claimed in 2023';
