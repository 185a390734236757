// The pictures for previews of shared links, where the site has a public address.
import type { APIRoute } from 'astro';
import { cardAddress, titledEntries } from '../../archive/cards.ts';
import { archive } from '../../archive/index.ts';
import { KIND_WORDS } from '../../model/collections.ts';
import { SITE_NAME, SITE_SUBJECT } from '../../site.ts';

interface Props {
  kicker: string;
  title: string;
}

export function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  const card = (address: string): string => address.replace(/^\/cards\/|\.png$/g, '');
  return [
    {
      params: { card: 'site' },
      props: { kicker: 'A sourced guide', title: SITE_SUBJECT },
    },
    ...titledEntries(archive).map((entry) => ({
      params: { card: card(cardAddress(entry)) },
      props: { kicker: KIND_WORDS[entry.collection][0], title: entry.data.title },
    })),
  ];
}

export const GET: APIRoute<Props> = async ({ props: { kicker, title } }) => {
  // Loaded only where cards are drawn: it starts the image library.
  const { drawCard } = await import('../../exports/card.ts');
  return new Response(new Uint8Array(await drawCard(kicker, title, SITE_NAME)));
};
