import { exp } from '../kernels/exponential';
import { ln } from '../kernels/logarithm';
import { pow } from '../kernels/power';
import type { Program } from '../program';
import { normalQuantile } from '../random/quantiles';
import type { UniformStream } from '../random/philox';
import { STRIDE, type Section } from './instructions';
import { lookup } from './lookup';

/**
 * Executes a section of three-address code on the registers. This switch is the meaning of every operation; the case
 * numbers are those of `operationCodes`, written out because only literals make a jump table.
 */
export interface Surroundings {
  readonly tables: Program['tables'];
  /** Stream of the draws, or null for a run without chance. */
  readonly stream: UniformStream | null;
  /** Steps since the start of the run. */
  step: number;
}

export function execute(code: Section, x: Float64Array, around: Surroundings): void {
  for (let i = 0; i < code.length; i += STRIDE) {
    const target = code[i + 1]!;
    const a = code[i + 2]!;
    const b = code[i + 3]!;
    switch (code[i]) {
      case 0: // add
        x[target] = x[a]! + x[b]!;
        break;
      case 1: // sub
        x[target] = x[a]! - x[b]!;
        break;
      case 2: // mul
        x[target] = x[a]! * x[b]!;
        break;
      case 3: // div
        x[target] = x[a]! / x[b]!;
        break;
      case 4: // pow
        x[target] = pow(x[a]!, x[b]!);
        break;
      case 5: // exp
        x[target] = exp(x[a]!);
        break;
      case 6: // ln
        x[target] = ln(x[a]!);
        break;
      case 7: // sqrt
        x[target] = Math.sqrt(x[a]!);
        break;
      case 8: // neg
        x[target] = -x[a]!;
        break;
      case 9: // abs
        x[target] = Math.abs(x[a]!);
        break;
      case 10: // floor
        x[target] = Math.floor(x[a]!);
        break;
      case 11: // min
        x[target] = Math.min(x[a]!, x[b]!);
        break;
      case 12: // max
        x[target] = Math.max(x[a]!, x[b]!);
        break;
      case 13: // lt
        x[target] = x[a]! < x[b]! ? 1 : 0;
        break;
      case 14: // le
        x[target] = x[a]! <= x[b]! ? 1 : 0;
        break;
      case 15: // gt
        x[target] = x[a]! > x[b]! ? 1 : 0;
        break;
      case 16: // ge
        x[target] = x[a]! >= x[b]! ? 1 : 0;
        break;
      case 17: // eq
        x[target] = x[a]! === x[b]! ? 1 : 0;
        break;
      case 18: // ne
        x[target] = x[a]! !== x[b]! ? 1 : 0;
        break;
      case 19: // and
        x[target] = x[a]! !== 0 && x[b]! !== 0 ? 1 : 0;
        break;
      case 20: // or
        x[target] = x[a]! !== 0 || x[b]! !== 0 ? 1 : 0;
        break;
      case 21: // not
        x[target] = x[a]! === 0 ? 1 : 0;
        break;
      case 22: // select
        x[target] = x[a]! !== 0 ? x[b]! : x[code[i + 4]!]!;
        break;
      case 23: // lookup
        x[target] = lookup(around.tables[b]!.x, around.tables[b]!.y, x[a]!);
        break;
      case 24: // uniform
        x[target] = around.stream ? around.stream.seek(around.step, a).first : 1;
        break;
      case 25: // normal
        x[target] = around.stream ? normalQuantile(around.stream.seek(around.step, a).first) : 0;
        break;
      case 26: // copy
        x[target] = x[a]!;
        break;
    }
  }
}
