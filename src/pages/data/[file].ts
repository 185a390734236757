// The files that the data page offers.
import type { APIRoute } from 'astro';
import { archive } from '../../archive/index.ts';
import { dataFiles, dataPackage } from '../../exports/files.ts';

export function getStaticPaths() {
  const all = dataFiles(archive);
  return [
    ...all.files.map(({ name, body }) => ({ params: { file: name }, props: { body } })),
    { params: { file: 'datapackage.json' }, props: { body: dataPackage(all) } },
  ];
}

export const GET: APIRoute<{ body: string }> = ({ props }) => new Response(props.body);
