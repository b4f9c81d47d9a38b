/**
 * A YAML file of the knowledge: parsed fast, with positions worked out only when a finding needs them
 * (parsing with positions costs twice as much).
 */
import { isMap, isPair, isScalar, LineCounter, parse, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding, FindingCode } from './finding.ts';
import { suggestion } from './nearest.ts';

export type Path = readonly PropertyKey[];

export class Source {
  readonly file: string;
  readonly text: string;
  private positions: ReturnType<typeof positionsIn> | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The content in its checked form, or undefined with the findings added to `findings`. */
  read<T extends z.ZodType>(schema: T, findings: Finding[]): z.output<T> | undefined {
    const data = this.parse(findings);
    if (data === undefined) return undefined;
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) findings.push(...this.fromIssue(issue));
    return undefined;
  }

  /** A finding at the node that `path` leads to. */
  finding(code: FindingCode, path: Path, message: string): Finding {
    const { line, column } = this.locate(path);
    const excerpt = this.text.split('\n')[line - 1] ?? '';
    return { code, file: this.file, line, column, message, excerpt };
  }

  private parse(findings: Finding[]): unknown {
    try {
      return parse(this.text) ?? {};
    } catch (error) {
      const at = (error as { linePos?: [{ line: number; col: number }] }).linePos?.[0];
      const message = (error as Error).message.split('\n')[0] ?? 'not YAML';
      const excerpt = at && this.text.split('\n')[at.line - 1];
      findings.push({
        code: 'KB_YAML',
        file: this.file,
        message,
        ...(at && { line: at.line, column: at.col }),
        ...(excerpt !== undefined && { excerpt }),
      });
      return undefined;
    }
  }

  private fromIssue(issue: z.core.$ZodIssue): Finding[] {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        this.finding('KB_UNKNOWN_KEY', [...issue.path, key], `unknown key ${key}`),
      );
    }
    if (issue.code === 'invalid_union') {
      // The branch that got furthest tells most: a misspelt `alll` is an unknown key of a condition.
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const deepest = branches.sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0];
      const unknown = branches.flat().find((inner) => inner.code === 'unrecognized_keys');
      const inner = unknown ?? deepest?.[0];
      if (inner) {
        const known = ['all', 'any', 'not', 'fact', 'operator', 'value'];
        const found = this.fromIssue({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue);
        return found.map((finding) =>
          finding.code === 'KB_UNKNOWN_KEY'
            ? {
                ...finding,
                message: finding.message + suggestion(finding.message.split(' ').at(-1) ?? '', known),
              }
            : finding,
        );
      }
    }
    const where = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
    return [this.finding('KB_SHAPE', issue.path, `${where}${issue.message}`)];
  }

  /** Where the node stands that `path` leads to; 1-based. */
  locate(path: Path): { line: number; column: number } {
    this.positions ??= positionsIn(this.text);
    const { lines, document } = this.positions;
    let offset = 0;
    let node: unknown = document.contents;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (!isPair(pair)) break;
        if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
        node = node.items[Number(step)];
        const range = (node as { range?: [number, number, number] } | undefined)?.range;
        offset = range?.[0] ?? offset;
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  }
}

function positionsIn(text: string) {
  const lines = new LineCounter();
  return { lines, document: parseDocument(text, { lineCounter: lines }) };
}
