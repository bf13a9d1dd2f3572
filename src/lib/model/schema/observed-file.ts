import * as v from 'valibot';
import { localised, yearSpan } from './history-file';
import { cell, choice, fields, list, note, number, optional, range, table, text } from './shape';

/** observed.yaml: series that the run of history.yaml is compared with. */
const year = v.pipe(v.string('year'), v.regex(/^\d{4}$/, 'year'));

export const observedFile = fields({
  fit: note(yearSpan(), 'First and last year of the fit.'),
  test: note(yearSpan(), 'First and last year of the test.'),
  series: table(
    fields({
      title: localised(),
      unit: localised(),
      about: localised(),
      cell: note(cell(), 'The cell that is compared with it.'),
      aggregate: note(choice(['year-mean', 'year-end']), 'The mean of the months of a year, or its December.'),
      transform: choice(['none', 'log10-plus-one']),
      role: note(
        choice(['test', 'rank', 'forced']),
        'test: judged against baselines; rank: only ranks are compared; forced: it follows from inputs of the history.'
      ),
      censored: note(
        optional(fields({ years: yearSpan(), interval: range() })),
        'Years in which only an interval is known.'
      ),
      sources: list(text()),
      licence: fields({ name: text(), url: optional(v.pipe(v.string('url'), v.regex(/^https?:\/\/\S+$/, 'url'))) }),
      values: table(number(), year)
    })
  ),
  caveats: note(optional(list(localised())), 'Where later years were in view while the model was made.'),
  withheld: note(
    optional(list(fields({ title: localised(), reason: localised() }))),
    'Series that were compared but may not be redistributed.'
  )
});

export type ObservedFile = v.InferOutput<typeof observedFile>;
