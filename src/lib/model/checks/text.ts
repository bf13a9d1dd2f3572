import { nearest, parseUnit } from '$lib/language';
import type { Checked } from '../check-schema';
import type { Reading } from '../formula';
import { hint, type Report } from '../report';
import type { TextFile } from '../schema';

/**
 * Translations: every id of the model has an entry in each language (error), and every entry belongs to an id (warning).
 * `cells` are the ids that a section may name beside its own, each standing for the part of an id before the first dot.
 */
export interface TextSection {
  readonly section: keyof TextFile & string;
  readonly ids: readonly string[];
  readonly cells?: readonly string[];
}

export function checkText(file: Checked<TextFile>, sections: readonly TextSection[], reading: Reading): void {
  for (const section of sections) checkSection(file, section, reading);
}

function checkSection(
  { yaml, value }: Checked<TextFile>,
  { section, ids, cells = [] }: TextSection,
  { names, report }: Reading
): void {
  const entries = Object.keys(value[section] ?? {});
  const known = new Set([...ids, ...cells]);
  const has = new Set(entries);
  for (const id of ids) {
    const own = cells.filter((cell) => cell.startsWith(`${id}.`));
    const named = has.has(id) || (own.length > 0 && own.every((cell) => has.has(cell)));
    if (!named)
      report.error('missing-text', yaml.keyPlaceOf([section]), {
        name: id,
        section,
        ...hint(
          nearest(
            id,
            entries.filter((entry) => !known.has(entry))
          )
        )
      });
  }
  for (const entry of entries) {
    if (known.has(entry) || names.isSpoilt(entry.split('.')[0] ?? '')) continue;
    report.warn('text-without-id', yaml.keyPlaceOf([section, entry]), {
      name: entry,
      section,
      ...hint(nearest(entry, known))
    });
  }
}

/** Choices of switches are texts inside an entry. */
export function checkChoiceTexts(
  { yaml, value }: Checked<TextFile>,
  switches: readonly { readonly id: string; readonly choices: readonly string[] }[],
  report: Report
): void {
  for (const { id, choices } of switches) {
    const texts = value.switches?.[id]?.choices;
    if (!texts) continue;
    for (const choice of choices) {
      if (!Object.hasOwn(texts, choice)) {
        report.error('missing-text', yaml.keyPlaceOf(['switches', id, 'choices']), {
          name: choice,
          section: `switches.${id}.choices`
        });
      }
    }
    for (const text of Object.keys(texts)) {
      if (choices.includes(text)) continue;
      const at = yaml.keyPlaceOf(['switches', id, 'choices', text]);
      report.warn('text-without-id', at, {
        name: text,
        section: `switches.${id}.choices`,
        ...hint(nearest(text, choices))
      });
    }
  }
}

/** Units: the model's own have a text; what else is named must be a unit. */
export function checkUnitTexts({ yaml, value }: Checked<TextFile>, units: readonly string[], report: Report): void {
  const texts = value.units ?? {};
  for (const unit of units) {
    if (!Object.hasOwn(texts, unit))
      report.error('missing-text', yaml.keyPlaceOf(['units']), { name: unit, section: 'units' });
  }
  for (const text of Object.keys(texts)) {
    if (parseUnit(text, units).ok) continue;
    report.warn('text-without-id', yaml.keyPlaceOf(['units', text]), {
      name: text,
      section: 'units',
      ...hint(nearest(text, units))
    });
  }
}
