import { z } from 'astro/zod';
import { pageFields } from './common.ts';

/** The prose of a page that is no entry: home, method, about. */
export const pageSchema = z.strictObject({ ...pageFields });
