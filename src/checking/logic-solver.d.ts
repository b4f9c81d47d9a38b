/** The part of logic-solver 2 that is used here; the package brings no types. */
declare module 'logic-solver' {
  export interface Formula {
    readonly __formula: never;
  }
  export type Operand = Formula | string;
  export interface Solution {
    getTrueVars(): string[];
  }
  export class Solver {
    require(...operands: Operand[]): void;
    solveAssuming(operand: Operand): Solution | null;
  }
  export function and(...operands: Operand[]): Formula;
  export function or(...operands: Operand[]): Formula;
  export function not(operand: Operand): Operand;
  export function implies(a: Operand, b: Operand): Formula;
  export function atMostOne(...operands: Operand[]): Formula;
  export const TRUE: string;
  export const FALSE: string;
}
