/**
 * The words of the interface. English gives the shape; every other language has the same keys.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';

export type InterfaceTexts = typeof en;

export const texts: Record<Lang, InterfaceTexts> = { en, es };
