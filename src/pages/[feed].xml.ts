// The feed of corrections. Only a site with a public address has a feed, because a feed needs absolute URLs.
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { archive } from '../archive/index.ts';
import { correctionsFeed, FEED } from '../archive/feed.ts';

export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { feed: FEED.replace('.xml', '') } }] : [];
}

export const GET: APIRoute = ({ site }) => {
  if (!site) throw new Error('A feed needs the public address of the site: set SITE_URL.');
  return rss(correctionsFeed(archive, site));
};
