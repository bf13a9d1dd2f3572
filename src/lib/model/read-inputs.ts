import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import { readUnit, unitText, type Reading } from './formula';
import type { Composite, Constant, Input, Switch } from './model';
import { hint } from './report';
import type { InputsFile, ModelFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/** Inputs, composites, switches and constants: the quantities that no equation of the model changes. */
export function readConstants({ yaml, value }: Checked<ModelFile>, reading: Reading): readonly Constant[] {
  return Object.entries(value.constants ?? {}).map(([id, entry]) => {
    const path = ['constants', id];
    const at = yaml.keyPlaceOf(path);
    const unit = readUnit(reading, yaml, [...path, 'unit'], entry.unit);
    reading.names.define({ name: id, kind: 'constant', unit, cells: [[]], arity: 0 }, at, reading.report);
    return { id, value: entry.value, unit: unitText(unit), at };
  });
}

export function readSwitches({ yaml, value }: Checked<ModelFile>, reading: Reading): readonly Switch[] {
  return Object.entries(value.switches ?? {}).map(([id, entry]) => {
    const path = ['switches', id];
    const at = yaml.keyPlaceOf(path);
    reading.choices.set(id, entry.choices);
    reading.names.define({ name: id, kind: 'switch', unit: 'any', cells: [[]], arity: 0 }, at, reading.report);
    if (!entry.choices.includes(entry.default)) {
      const data = {
        switch: id,
        choice: entry.default,
        known: entry.choices.join(', '),
        ...hint(nearest(entry.default, entry.choices))
      };
      reading.report.error('unknown-choice', yaml.placeOf([...path, 'default']), data);
    }
    return { id, choices: entry.choices, default: entry.default, at };
  });
}

export function readInputs(
  { yaml, value }: Checked<InputsFile>,
  groups: readonly string[],
  reading: Reading
): readonly Input[] {
  return Object.entries(value.inputs ?? {}).map(([id, entry]) => {
    const path = ['inputs', id];
    const at = yaml.keyPlaceOf(path);
    const person = readUnit(reading, yaml, [...path, 'unit'], entry.unit);
    const inside = readUnit(reading, yaml, [...path, 'equation_unit'], entry.equation_unit ?? '1');
    reading.names.define({ name: id, kind: 'input', unit: inside, cells: [[]], arity: 0 }, at, reading.report);
    checkGroup(entry.group, groups, yaml, path, reading);
    const [minimum, maximum] = entry.range;
    const step = entry.step ?? 1;
    if (minimum >= maximum)
      reading.report.error('empty-range', yaml.placeOf([...path, 'range']), { low: minimum, high: maximum });
    else if (entry.default < minimum || entry.default > maximum) {
      const data = { name: id, value: entry.default, low: minimum, high: maximum };
      reading.report.error('default-outside-range', yaml.placeOf([...path, 'default']), data);
    }
    if (step <= 0)
      reading.report.error('not-positive', yaml.placeOf([...path, 'step']), { field: 'step', value: step });
    if (entry.scale === 0)
      reading.report.error('not-positive', yaml.placeOf([...path, 'scale']), { field: 'scale', value: 0 });
    return {
      id,
      unit: unitText(person),
      equationUnit: unitText(inside),
      scale: entry.scale ?? 1,
      minimum,
      maximum,
      step,
      default: entry.default,
      group: entry.group,
      principal: entry.principal ?? false,
      claims: entry.claims ?? [],
      sources: entry.sources ?? [],
      pedigree: entry.pedigree ?? 0,
      at
    };
  });
}

export function readComposites(
  file: Checked<InputsFile>,
  groups: readonly string[],
  reading: Reading
): readonly Composite[] {
  const { yaml, value } = file;
  const inputs = Object.keys(value.inputs ?? {});
  return Object.entries(value.composites ?? {}).map(([id, { writes, group, principal }]) => {
    const path = ['composites', id];
    const at = yaml.keyPlaceOf(path);
    const known = reading.names.quantities.get(id);
    if (known) {
      const data = { name: id, kind: 'composite', other: known.kind, file: known.at.file, line: known.at.line };
      reading.report.error('name-twice', at, data);
    }
    writes.forEach((input, index) => {
      const place = yaml.placeOf([...path, 'writes', index]);
      if (!inputs.includes(input))
        reading.report.error('unknown-input', place, { name: input, ...hint(nearest(input, inputs)) });
      else if (writes.indexOf(input) < index) reading.report.error('listed-twice', place, { name: input });
    });
    checkGroup(group, groups, yaml, path, reading);
    return { id, writes, group, principal: principal ?? false, at };
  });
}

function checkGroup(group: string, groups: readonly string[], yaml: YamlFile, path: Path, { report }: Reading): void {
  if (groups.includes(group)) return;
  report.error('unknown-group', yaml.placeOf([...path, 'group']), {
    name: group,
    known: groups.join(', '),
    ...hint(nearest(group, groups))
  });
}
