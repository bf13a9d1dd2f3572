import { parseUnit, type Unit } from '$lib/language';
import { checkCells, type Expanded } from './checks/cells';
import { checkNames } from './checks/names';
import { checkOrder } from './checks/order';
import { checkUnits } from './checks/units';
import type { Formula, Reading } from './formula';
import type { Model } from './model';
import { Names } from './names';
import { readEvents, readWithChance } from './read-events';
import type { Folder } from './read-folder';
import { readComposites, readConstants, readInputs, readSwitches } from './read-inputs';
import { readLookups } from './read-lookups';
import { readParameters } from './read-parameters';
import { readStocks, readVariables } from './read-quantities';
import { readSets } from './read-sets';
import { readTime } from './read-time';
import { readUncertainty, readVersion } from './read-heading';
import type { Report } from './report';

/**
 * The equations of a model: first every definition of every file, so that the order of the files has no bearing on what a
 * name means, then the formulas against them, each check on what the one before has passed.
 */
export interface Core {
  readonly reading: Reading;
  /** All but the outputs, which the desk file lists. */
  readonly model: Omit<Model, 'outputs'>;
  /** Formulas whose names all stand for something. */
  readonly formulas: readonly Formula[];
  readonly expanded: Expanded;
}

/** Null where a file that equations stand in is missing or does not pass its schema: that has been reported. */
export function readEquations(folder: Folder, report: Report): Core | null {
  const { model: heading, inputs: inputsFile, events: eventsFile, sectors } = folder;
  if (!folder.sound || !inputsFile) return null;
  const reading: Reading = {
    report,
    names: new Names(),
    units: heading.value.units ?? [],
    formulas: [],
    choices: new Map()
  };
  const groups = heading.value.groups ?? [];

  const time = readTime(heading, reading);
  const sets = readSets(heading, reading);
  const constants = readConstants(heading, reading);
  const switches = readSwitches(heading, reading);
  const inputs = readInputs(inputsFile, groups, reading);
  const parameters = sectors.flatMap(({ sector, file }) => readParameters(file, sector, reading));
  const lookups = sectors.flatMap(({ file }) => readLookups(file, reading));
  const stocks = sectors.flatMap(({ sector, file }) => readStocks(file, sector, reading));
  const variables = sectors.flatMap(({ sector, file }) => readVariables(file, sector, reading));
  const composites = readComposites(inputsFile, groups, reading);
  const events = eventsFile ? readEvents(eventsFile, reading) : [];

  const formulas = reading.formulas.filter((formula) => checkNames(formula, reading));
  const tables = new Map(
    lookups.map(({ id, xUnit, yUnit }) => [id, { x: asUnit(xUnit, reading), y: asUnit(yUnit, reading) }])
  );
  for (const formula of formulas) checkUnits(formula, tables, reading);
  const expanded = checkCells(formulas, reading);
  const order = checkOrder(expanded.equations, reading);

  const { model: id, sectors: sectorIds } = heading.value;
  const model = {
    format: 1 as const,
    id,
    version: readVersion(heading, report),
    time,
    sets,
    inputs,
    composites,
    switches,
    constants,
    parameters,
    lookups,
    stocks,
    variables,
    order,
    events,
    ...(eventsFile && readWithChance(eventsFile, reading)),
    sectors: sectorIds,
    groups,
    uncertainty: readUncertainty(heading, report)
  };
  return { reading, model, formulas, expanded };
}

function asUnit(text: string, { units }: Reading): Unit | 'any' {
  const parsed = parseUnit(text, units);
  return parsed.ok ? parsed.unit : 'any';
}
