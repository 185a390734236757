// The feed of corrections, on sites that have a public address: nothing in a feed can be relative.
import type { APIRoute } from 'astro';
import { currentArchive } from '../archive/current.ts';
import { correctionsFeed, FEED } from '../archive/feed.ts';

export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { feed: FEED.replace('.xml', '') } }] : [];
}

export const GET: APIRoute = ({ site }) => {
  if (!site) throw new Error('A feed needs the public address of the site: set SITE_URL.');
  return new Response(correctionsFeed(currentArchive(), site));
};
