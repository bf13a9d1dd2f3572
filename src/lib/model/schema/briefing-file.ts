import * as v from 'valibot';
import { colours } from './desk-file';
import { cell, choice, fields, list, name, note, optional, table, text, truth } from './shape';
import { scenarioDocument } from './preset-file';

/** briefing.yaml, claims.yaml, actors.yaml, timeline.yaml: the situation that a model stands on. All of them are optional. */
const both = () => fields({ en: text(), ar: text() });
const sources = () => note(list(text()), 'Keys of sources.yaml.');

export const briefingFile = fields({
  situation: note(
    list(
      fields({
        text: both(),
        sources: sources(),
        judgement: note(optional(truth()), 'The paragraph weighs and concludes where no source does.')
      })
    ),
    'Paragraphs, in order.'
  )
});

const claim = fields({
  paragraph: note(text(), 'Where the seed says it: P7.'),
  title: both(),
  text: both(),
  mechanism: fields({
    text: both(),
    names: note(v.pipe(list(cell()), v.minLength(1, 'filled')), 'Quantities, parameters, inputs and composites.')
  }),
  try: note(scenarioDocument, 'A change that shows the claim at work.'),
  shows: note(v.pipe(list(cell()), v.minLength(1, 'filled')), 'Outputs in which the change shows.'),
  checks: note(optional(list(text())), 'Further checks that bear on it, beside those whose basis names it.'),
  note: note(optional(both()), 'Where the model is judgement here, or the claim is disputed.')
});

export const claimsFile = fields({
  themes: table(fields({ title: both(), claims: table(claim) }))
});

export const actorsFile = fields({
  actors: table(
    fields({
      name: both(),
      colour: choice(colours),
      who: both(),
      wants: note(both(), "What the actor wants, in the model's terms."),
      inputs: note(optional(list(name())), 'Inputs and composites that the actor commands.'),
      sources: sources()
    })
  )
});

export const datePattern = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;

export const timelineFile = fields({
  lanes: table(
    fields({
      name: both(),
      colour: choice(colours),
      events: list(
        fields({
          date: note(v.pipe(v.string('date'), v.regex(datePattern, 'date')), 'YYYY-MM, or YYYY-MM-DD.'),
          label: note(both(), 'A few words.'),
          text: both(),
          source: note(text(), 'A key of sources.yaml.'),
          main: note(optional(truth()), 'Named in the figure.')
        })
      )
    })
  )
});

export type BriefingFile = v.InferOutput<typeof briefingFile>;
export type ClaimsFile = v.InferOutput<typeof claimsFile>;
export type ActorsFile = v.InferOutput<typeof actorsFile>;
export type TimelineFile = v.InferOutput<typeof timelineFile>;
