import { functions, nearest, type Expression } from '$lib/language';
import type { Checked } from './check-schema';
import { checkNames, type NameRules } from './checks/names';
import { readEquation, type Formula, type Reading } from './formula';
import type { BehaviourCheck } from './model';
import { hint } from './report';
import type { ChecksFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/**
 * Behaviour checks. `holds` compares results of scenarios: there a call by the name of a scenario is a value of one of its
 * cells, and a changing quantity outside such a call has no meaning. `always` is a plain formula over the cells of a month.
 */
export interface ReadChecks {
  readonly checks: readonly BehaviourCheck[];
  /** Formulas that passed, to be expanded to cells. */
  readonly formulas: readonly Formula[];
}

export function readChecks(
  { yaml, value }: Checked<ChecksFile>,
  known: { readonly scenarios: readonly string[]; readonly sources: readonly string[] | null; readonly months: number },
  reading: Reading
): ReadChecks {
  const formulas: Formula[] = [];
  const checks = Object.entries(value.checks ?? {}).flatMap(([id, entry]): BehaviourCheck[] => {
    const path = ['checks', id];
    checkBasis(entry.basis, yaml, path, known.sources, reading);
    const { kind, basis } = entry;
    if ('within_ranges' in entry) return [{ id, kind, basis, test: { kind: 'within-ranges' } }];
    const test = 'holds' in entry ? 'holds' : 'always';
    const text = 'holds' in entry ? entry.holds : entry.always;
    const equation = readEquation(reading, yaml, [...path, test], text);
    if (!equation) return [];
    const formula: Formula = {
      owner: id,
      role: 'check',
      axes: [],
      cells: [[]],
      equation,
      units: [],
      yaml,
      path: [...path, test]
    };
    const rules = test === 'holds' ? scenarioCalls(formula, known, reading) : undefined;
    if (checkNames(formula, reading, rules)) formulas.push(formula);
    return [{ id, kind, basis, test: { kind: test, equation } }];
  });
  return { checks, formulas };
}

function checkBasis(
  basis: readonly string[],
  yaml: YamlFile,
  path: Path,
  sources: readonly string[] | null,
  { report }: Reading
): void {
  basis.forEach((key, index) => {
    if (!sources || sources.includes(key) || /^c\d+$/.test(key)) return;
    report.error('unknown-source', yaml.placeOf([...path, 'basis', index]), {
      name: key,
      ...hint(nearest(key, sources))
    });
  });
}

type Call = Extract<Expression, { kind: 'call' }>;

function scenarioCalls(
  { yaml, path }: Formula,
  { scenarios, months }: { readonly scenarios: readonly string[]; readonly months: number },
  { report }: Reading
): NameRules {
  const error = (
    code: string,
    part: { readonly span: Call['span'] },
    data: Readonly<Record<string, string | number>>
  ): false => {
    report.error(code, yaml.partPlaceOf(path, part.span), data);
    return false;
  };
  const month = (part: Expression): boolean => {
    const sound = part.kind === 'number' && Number.isInteger(part.value) && part.value >= 0 && part.value <= months;
    return sound || error('bad-check-month', part, { months });
  };
  const result = (node: Call, check: (part: Expression) => boolean): boolean => {
    const [cell, at, ...rest] = node.arguments;
    if (cell?.kind !== 'reference' || rest.length > 0) return error('scenario-call', node, { name: node.name });
    return [check(cell), at === undefined || month(at)].every(Boolean);
  };
  return {
    call(node, check) {
      const isScenario = scenarios.includes(node.name);
      if (isScenario) return result(node, check);
      if (node.name === 'peak') {
        const [inner, from, ...rest] = node.arguments;
        const sound =
          inner?.kind === 'call' && scenarios.includes(inner.name) && inner.arguments.length === 1 && rest.length === 0;
        if (!sound) return error('peak-call', node, {});
        return [result(inner, check), from === undefined || month(from)].every(Boolean);
      }
      const builtIn = functions.some(({ name }) => name === node.name);
      if (builtIn) return undefined;
      return error(
        'unknown-scenario',
        { span: node.nameSpan },
        { name: node.name, ...hint(nearest(node.name, scenarios)) }
      );
    }
  };
}
