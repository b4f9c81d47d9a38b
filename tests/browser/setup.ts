/**
 * vitest's globalSetup of the browser tests: a browser is there before the first of them. Where none can be had,
 * the other tests still run, and each browser test fails in launchChromium with the reason and the fix.
 */
import { findChromium, installChromium } from './chromium.ts';

export default function setup(): void {
  try {
    if (findChromium() === undefined) installChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
