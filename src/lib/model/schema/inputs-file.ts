import * as v from 'valibot';
import { fields, list, name, note, number, optional, range, table, text, truth, unit, whole } from './shape';

/** inputs.yaml: what a person moves. */
export const pedigree = () => note(whole(0, 4), 'How well founded: 0 (guess) to 4 (well established).');
export const sources = () => note(list(text()), 'Keys of sources.yaml; judgement marks expert judgement.');

export const inputsFile = fields({
  inputs: note(
    optional(
      table(
        fields({
          unit: note(unit(), "The person's unit, such as %."),
          range: note(range(), 'Least and greatest value.'),
          default: note(number(), 'Value of the status quo, inside the range.'),
          step: note(optional(number()), 'Step of the slider; 1 where absent.'),
          scale: note(optional(number()), 'Equations see value * scale; 1 where absent.'),
          equation_unit: note(optional(unit()), 'Unit inside equations; 1 where absent.'),
          group: note(name(), "One of model.yaml's groups."),
          principal: note(optional(truth()), 'Shown first.'),
          claims: note(optional(list(text())), 'Claims of the briefing that the input stands for.'),
          pedigree: optional(pedigree()),
          sources: optional(sources())
        })
      )
    ),
    'Inputs by id.'
  ),
  composites: note(
    optional(
      table(
        fields({
          writes: note(v.pipe(list(name()), v.minLength(1, 'filled')), 'Inputs that it sets together.'),
          group: name(),
          principal: optional(truth())
        })
      )
    ),
    'Inputs that write several inputs.'
  )
});

export type InputsFile = v.InferOutput<typeof inputsFile>;
