import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import { checkChoices } from './checks/choices';
import type { Reading } from './formula';
import type { History, HistoryEffect, HistoryEvent } from './history';
import type { Input, ModelEvent } from './model';
import { mostMonths } from './read-time';
import { hint } from './report';
import type { HistoryFile } from './schema';
import type { Path } from './yaml-file';

/** The coded history: names are those of the model, months lie in the span, and every input has one value a year. */
export function readHistory(
  { yaml, value }: Checked<HistoryFile>,
  known: {
    readonly inputs: readonly Input[];
    readonly events: readonly ModelEvent[];
    readonly sources: readonly string[];
  },
  reading: Reading
): History {
  const { names, report } = reading;
  const { start, end } = value;
  const months = monthNumber(end) - monthNumber(start);
  if (months < 1 || months > mostMonths)
    report.error('bad-time-span', yaml.placeOf(['end']), { start, end, most: mostMonths });
  const [first = 0, last = 0] = value.years;
  const sources = (keys: readonly string[], path: Path): void => {
    keys.forEach((key, index) => {
      if (known.sources.includes(key)) return;
      const data = { name: key, ...hint(nearest(key, known.sources)) };
      report.error('unknown-source', yaml.placeOf([...path, index]), data);
    });
  };
  const inside = (month: string, path: Path): void => {
    if (start <= month && month <= end) return;
    report.error('month-outside', yaml.placeOf(path), { text: month, start, end });
  };

  const eventIds = known.events.map(({ id }) => id);
  const event = (id: string, path: Path): void => {
    if (eventIds.includes(id)) return;
    report.error('unknown-event', yaml.placeOf(path), { name: id, ...hint(nearest(id, eventIds)) });
  };

  for (const [id, { values, sources: keys }] of Object.entries(value.inputs)) {
    const path = ['inputs', id];
    const input = known.inputs.find((one) => one.id === id);
    sources(keys, [...path, 'sources']);
    if (!input) {
      const ids = known.inputs.map((one) => one.id);
      report.error('unknown-input', yaml.keyPlaceOf(path), { name: id, ...hint(nearest(id, ids)) });
      continue;
    }
    if (values.length !== last - first + 1) {
      const data = { name: id, expected: last - first + 1, first, last, count: values.length };
      report.error('values-a-year', yaml.placeOf([...path, 'values']), data);
    }
    values.forEach((one, index) => {
      const { minimum, maximum } = input;
      if (minimum <= one && one <= maximum) return;
      const data = { name: id, value: one, low: minimum, high: maximum };
      report.error('history-outside-range', yaml.placeOf([...path, 'values', index]), data);
    });
  }
  for (const id of Object.keys(value.initial ?? {}))
    names.requireCell(id, ['stock'], yaml.keyPlaceOf(['initial', id]), report);
  checkChoices(value.switches ?? {}, yaml, ['switches'], reading);

  const events = (value.events ?? []).map((entry, index): HistoryEvent => {
    const path = ['events', index];
    inside(entry.month, [...path, 'month']);
    if (entry.until !== undefined) inside(entry.until, [...path, 'until']);
    sources(entry.sources, [...path, 'sources']);
    const about = { title: entry.title, from: entry.month, until: entry.until ?? entry.month, sources: entry.sources };
    if ('effects' in entry) {
      const effects = entry.effects.flatMap((text, at) => readEffect(text, [...path, 'effects', at]));
      return { ...about, does: { effects } };
    }
    event(entry.event, [...path, 'event']);
    const { magnitude } = entry;
    if (!(magnitude >= 0 && magnitude <= 1)) {
      const data = { name: entry.event, value: magnitude, low: 0, high: 1 };
      report.error('history-outside-range', yaml.placeOf([...path, 'magnitude']), data);
    }
    return { ...about, does: { event: entry.event, magnitude } };
  });
  if (value.hazard) {
    names.requireCell(value.hazard.cell, ['variable', 'stock'], yaml.placeOf(['hazard', 'cell']), report);
    event(value.hazard.event, ['hazard', 'event']);
  }
  (value.wars ?? []).forEach(({ from, until }, index) => {
    inside(from, ['wars', index, 'from']);
    inside(until, ['wars', index, 'until']);
  });

  return {
    about: value.about,
    start,
    months,
    integrator: value.method,
    stepsPerMonth: value.steps_per_month,
    switches: value.switches ?? {},
    years: [first, last],
    inputs: Object.entries(value.inputs).map(([id, input]) => ({ id, ...input })),
    initial: value.initial ?? {},
    events,
    wars: value.wars ?? [],
    ...(value.hazard ? { hazard: value.hazard } : {})
  };

  function readEffect(text: string, path: Path): HistoryEffect[] {
    const [, direction, stock = '', number] = effectPattern.exec(text) ?? [];
    const amount = Number(number);
    const known = direction === 'up' || direction === 'down' || direction === 'set';
    if (!known || !(amount >= 0 && amount <= 1)) {
      report.error('bad-dated-effect', yaml.placeOf(path), { text });
      return [];
    }
    const begin = text.indexOf(stock);
    const at = yaml.partPlaceOf(path, { start: begin, end: begin + stock.length });
    return names.requireCell(stock, ['stock'], at, report) ? [{ stock, direction, amount }] : [];
  }
}

const effectPattern = /^\s*(up|down|set)\s+([A-Za-z]\w*(?:\.\w+)*)\s+(\d+(?:\.\d+)?)\s*$/;

function monthNumber(text: string): number {
  const [year = 0, month = 1] = text.split('-').map(Number);
  return year * 12 + month - 1;
}
