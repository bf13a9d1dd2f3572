import type { Checked } from './check-schema';
import { checkChoices } from './checks/choices';
import { addFormula, type Reading } from './formula';
import type { Model, ModelEvent } from './model';
import type { EventsFile } from './schema';
import type { Path, YamlFile } from './yaml-file';

/** Events. Bounded: factor · greatest magnitude is at most 1, so that a stroke keeps [0, 1]. */
export function readEvents({ yaml, value }: Checked<EventsFile>, reading: Reading): readonly ModelEvent[] {
  return Object.entries(value.events).flatMap(([id, entry]) => {
    const path = ['events', id];
    const about = { left: { name: id, axes: [] }, cells: [[]], units: [{ year: -1 }, {}] };
    const rate = addFormula('event', yaml, [...path, 'rate'], entry.rate, about, reading);
    const [low, mode, high] = entry.magnitude;
    if (!(0 <= low && low <= mode && mode <= high && high <= 1)) {
      reading.report.error('bad-magnitude', yaml.placeOf([...path, 'magnitude']), { text: entry.magnitude.join(', ') });
    }
    const effects = entry.effects.flatMap((text, index) =>
      readEffect(text, high, yaml, [...path, 'effects', index], reading)
    );
    const magnitude = { low, mode, high };
    return rate
      ? [{ id, rate, magnitude, effects, quietMonths: entry.quiet_months ?? 0, at: yaml.keyPlaceOf(path) }]
      : [];
  });
}

/** Choices that hold while random events are drawn: an empty object where the file says nothing. */
export function readWithChance({ yaml, value }: Checked<EventsFile>, reading: Reading): Pick<Model, 'withChance'> {
  const withChance = value.with_chance;
  if (!withChance) return {};
  checkChoices(withChance, yaml, ['with_chance'], reading);
  return { withChance };
}

const effectPattern = /^\s*(up|down)\s+([A-Za-z]\w*(?:\.\w+)*|[A-Za-z]\w*\s*\[[^\]]*\])\s+(\d+(?:\.\d+)?)\s*$/;

function readEffect(text: string, high: number, yaml: YamlFile, path: Path, reading: Reading): ModelEvent['effects'] {
  const [, direction, written = '', number] = effectPattern.exec(text) ?? [];
  if ((direction !== 'up' && direction !== 'down') || number === undefined) {
    reading.report.error('bad-effect', yaml.placeOf(path), { text });
    return [];
  }
  // `capital[us, east]` and `capital.us.east` name the same cell.
  const stock = written.replace(/\s*[[,]\s*/g, '.').replace(/\s*\]$/, '');
  const start = text.indexOf(written);
  const at = yaml.partPlaceOf(path, { start, end: start + written.length });
  if (!reading.names.requireCell(stock, ['stock'], at, reading.report)) return [];
  const factor = Number(number);
  if (factor * high > 1) {
    const end = text.trimEnd().length;
    reading.report.error('effect-too-strong', yaml.partPlaceOf(path, { start: end - number.length, end }), {
      factor,
      high
    });
  }
  return [{ stock, direction, factor }];
}
