/**
 * Risk against coverage as SVG: a point for each confidence, and a line for what all answers risk.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import { measuringTexts } from './measuring-texts.ts';
import type { RiskPoint } from './risk.ts';

const width = 640;
const height = 400;
const frame = { left: 64, right: 616, top: 48, bottom: 340 };
/** Shares at which the axes are marked. */
const marks = [0, 0.25, 0.5, 0.75, 1];

/** @param points by falling confidence; none gives the axes alone */
export function riskChart(points: readonly RiskPoint[], lang: Lang): string {
  const t = measuringTexts[lang].chart;
  const last = points.at(-1);
  const title = last ? t.title(last.answered, percent(last.risk)) : t.none;
  const curve = points.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="sans-serif" font-size="13" fill="#26282b">`,
    `<title id="title">${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fbfaf7"/>`,
    `<text x="${frame.left}" y="24" font-size="15">${title}</text>`,
    ...marks.flatMap((mark) => [
      `<path d="M${frame.left} ${y(mark)}H${frame.right}" stroke="#dcd8cf"/>`,
      `<text x="${frame.left - 8}" y="${y(mark) + 4}" text-anchor="end">${percent(mark)}</text>`,
      `<text x="${x(mark)}" y="${frame.bottom + 20}" text-anchor="middle">${percent(mark)}</text>`,
    ]),
    `<text x="${(frame.left + frame.right) / 2}" y="${height - 16}" text-anchor="middle">${t.across}</text>`,
    `<text transform="translate(18 ${(frame.top + frame.bottom) / 2}) rotate(-90)" text-anchor="middle">${t.up}</text>`,
    ...(last
      ? [
          `<path d="M${frame.left} ${y(last.risk)}H${frame.right}" stroke="#595e64" stroke-dasharray="4 4"/>`,
          `<polyline points="${curve}" fill="none" stroke="#17605b" stroke-width="2"/>`,
        ]
      : []),
    ...points.map(
      ({ coverage, risk, confidence }) =>
        `<circle cx="${x(coverage)}" cy="${y(risk)}" r="3.5" fill="#17605b"><title>${t.point(percent(confidence), percent(coverage), percent(risk))}</title></circle>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

function x(share: number): number {
  return round(frame.left + share * (frame.right - frame.left));
}

function y(share: number): number {
  return round(frame.bottom - share * (frame.bottom - frame.top));
}

function round(length: number): number {
  return Math.round(10 * length) / 10;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
