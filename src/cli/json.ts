import { toDocument, wholeLink, type Scenario } from '$lib/scenario';
import { findCell, type Model } from '$lib/model';
import type { RunReport } from '$lib/simulator';
import type { Table } from './csv';

/** The results as one JSON object; numbers in the shortest digits that give back the same double. */
export function toJson(model: Model, scenario: Scenario, report: RunReport, { months, columns }: Table): string {
  return `${JSON.stringify(
    {
      model: { id: model.id, version: model.version },
      scenario: toDocument(model, scenario),
      link: wholeLink(model, scenario),
      fingerprint: report.fingerprint,
      months,
      units: Object.fromEntries(columns.map(({ id }) => [id, findCell(model, id)?.unit ?? ''])),
      values: Object.fromEntries(columns.map(({ id, values }) => [id, [...values]]))
    },
    null,
    1
  )}\n`;
}

/** The link of the scenario, or null where no link holds it. */
export { wholeLink as linkOf };
