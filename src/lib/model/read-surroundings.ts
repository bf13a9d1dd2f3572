import { cellsOf } from './cells';
import { checkCells } from './checks/cells';
import { checkInputEvidence, checkParameterEvidence } from './checks/evidence';
import { checkScenarioNames } from './checks/scenario-names';
import { checkChoiceTexts, checkText, checkUnitTexts, type TextSection } from './checks/text';
import { checkUnused } from './checks/unused';
import type { Reading } from './formula';
import type { Axis, Model, ModelBundle, Source } from './model';
import type { QuantityKind } from './names';
import { readBacktest } from './read-backtest';
import { checkClaimNames, readBriefing } from './read-briefing';
import { readChecks } from './read-checks';
import { readLoops } from './read-loops';
import { readGeography } from './read-geography';
import { readDocumentation, readReasons } from './read-reasons';
import { readDesk, readOutputs } from './read-desk';
import type { Core } from './read-equations';
import type { Folder } from './read-folder';
import { readConclusions, readMechanisms } from './read-robustness';
import { readLeftSide } from './read-left-side';
import { readText } from './read-text';
import type { Report } from './report';

/**
 * What stands around the equations: outputs and desk, texts, evidence, presets, behaviour checks. Each is held against the
 * names of the model; a file that is missing or broken (reported before) leaves the others to be checked.
 */
export function readSurroundings(
  folder: Folder,
  core: Core,
  files: ReadonlySet<string>,
  report: Report
): ModelBundle | null {
  const { reading } = core;
  const outputs = folder.desk ? readOutputs(folder.desk, reading) : [];
  const desk = folder.desk
    ? readDesk(
        folder.desk,
        reading,
        core.model.events.map(({ id }) => id)
      )
    : null;
  const model: Model = { ...core.model, outputs };

  const sourceKeys = folder.sources && Object.keys(folder.sources.value);
  if (folder.inputs) checkInputEvidence(folder.inputs, sourceKeys, report);
  for (const { file } of folder.sectors) checkParameterEvidence(file, sourceKeys, report);

  const known = {
    inputs: [...model.inputs, ...model.composites].map(({ id }) => id),
    events: model.events.map(({ id }) => id)
  };
  for (const { file } of folder.presets) checkScenarioNames(file.value, file.yaml, [], known, reading);
  const scenarios = Object.entries(folder.checks?.value.scenarios ?? {});
  for (const [id, document] of scenarios) {
    if (folder.checks) checkScenarioNames(document, folder.checks.yaml, ['scenarios', id], known, reading);
  }
  warnOfUnlistedPresets(folder, files, report);

  const briefing = readBriefing(
    folder.briefing,
    {
      model,
      sources: sourceKeys,
      checks: Object.entries(folder.checks?.value.checks ?? {}).map(([id, { basis }]) => ({ id, basis })),
      ...known
    },
    reading
  );
  if (folder.briefing.claims) checkClaimNames(folder.briefing.claims, folder, reading);

  const scenarioIds = [...(folder.model.value.presets ?? []), ...scenarios.map(([id]) => id)];
  const about = { scenarios: scenarioIds, sources: sourceKeys, months: model.time.months };
  const { checks, formulas } = folder.checks ? readChecks(folder.checks, about, reading) : { checks: [], formulas: [] };
  const { read } = checkCells(formulas, reading);
  const mechanisms = folder.mechanisms ? readMechanisms(folder.mechanisms, reading) : [];
  const conclusions = folder.conclusions ? readConclusions(folder.conclusions, scenarioIds, model, reading) : [];

  const backtest = readBacktest(folder, model, files, sourceKeys ?? [], reading);

  const checkIds = Object.keys(folder.checks?.value.checks ?? {});
  for (const file of [folder.en, folder.ar]) {
    if (!file) continue;
    checkText(file, textSections(core, folder, checkIds), reading);
    checkChoiceTexts(file, model.switches, report);
    checkUnitTexts(file, folder.model.value.units ?? [], report);
  }

  const loops = folder.loops && readLoops(folder.loops, model, reading);
  const cited = { ...known, sources: sourceKeys };
  const reasons = folder.reasons && readReasons(folder.reasons, cited, reading);
  const documentation = folder.documentation && readDocumentation(folder.documentation, cited, reading);
  const geography = folder.geography && readGeography(folder.geography, folder.texts, sourceKeys, reading);

  const { en, ar } = folder;
  if (report.failed || !folder.desk || !folder.sources || !en || !ar) return null;
  const { yaml } = folder.model;
  checkUnused(
    {
      ...model,
      axes: [...[...model.stocks, ...model.variables].flatMap(({ axes }) => axes), ...parameterAxes(folder, reading)],
      setPlaces: new Map(model.sets.map(({ name }) => [name, yaml.keyPlaceOf(['sets', name])]))
    },
    {
      read: new Set([...core.expanded.read, ...read]),
      formulas: [...core.formulas, ...formulas],
      outputs,
      named: namedByDesk(desk, model)
    },
    reading
  );
  return {
    model,
    texts: { en: readText('en', en.value), ar: readText('ar', ar.value) },
    sources: Object.entries(folder.sources.value).map(([key, source]): Source => ({ key, ...source })),
    desk,
    checks,
    mechanisms,
    conclusions,
    loops,
    reasons,
    documentation,
    geography,
    briefing,
    presets: folder.presets.map(({ id, file }) => ({ id, document: file.yaml.value ?? {} })),
    checkScenarios: scenarios.map(([id, document]) => ({ id, document })),
    backtest
  };
}

function warnOfUnlistedPresets({ model }: Folder, files: ReadonlySet<string>, report: Report): void {
  const listed = model.value.presets ?? [];
  for (const file of [...files].sort()) {
    const id = /^presets\/([^/]+)\.yaml$/.exec(file)?.[1];
    if (id === undefined || listed.includes(id)) continue;
    report.warn('preset-not-listed', { file, line: 1, column: 1, length: 1 }, { name: id });
  }
}

function textSections({ model, reading }: Core, folder: Folder, checks: readonly string[]): readonly TextSection[] {
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  // By name, not by what made it into the model: an entry whose formula is broken still needs its text.
  const named = (...kinds: readonly QuantityKind[]): { ids: string[]; cells: string[] } => {
    const quantities = [...reading.names.quantities.values()].filter(({ kind }) => kinds.includes(kind));
    return { ids: quantities.map(({ name }) => name), cells: quantities.flatMap(({ cells }) => [...cells.keys()]) };
  };
  return [
    { section: 'groups', ids: model.groups },
    { section: 'sectors', ids: model.sectors, cells: model.uncertainty.sectors },
    { section: 'elements', ids: [...new Set(model.sets.flatMap(({ elements }) => elements))] },
    { section: 'inputs', ids: [...ids(model.inputs), ...ids(model.composites)] },
    { section: 'switches', ids: ids(model.switches) },
    { section: 'constants', ids: ids(model.constants) },
    { section: 'parameters', ...named('parameter') },
    { section: 'quantities', ...named('stock', 'variable') },
    { section: 'lookups', ids: ids(model.lookups) },
    { section: 'events', ids: ids(model.events) },
    { section: 'presets', ids: ids(folder.presets), cells: folder.model.value.presets ?? [] },
    { section: 'checks', ids: checks }
  ];
}

function namedByDesk(desk: ModelBundle['desk'], model: Model): ReadonlySet<string> {
  if (!desk) return new Set();
  const { stability, influence } = desk;
  const quantities = [influence.quantity, influence.national];
  const cells = [...model.stocks, ...model.variables]
    .filter(({ name }) => quantities.includes(name))
    .flatMap((each) => cellsOf(each, model));
  return new Set([stability.output, ...stability.parts, ...stability.weights, ...cells]);
}

/** Axes of parameter tables: a Model lists their cells only. */
function parameterAxes({ sectors }: Folder, reading: Reading): readonly Axis[] {
  return sectors.flatMap(({ file: { yaml, value } }) =>
    Object.keys(value.parameters ?? {}).flatMap((key) => readLeftSide(reading, yaml, ['parameters', key])?.axes ?? [])
  );
}
