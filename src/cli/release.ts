import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { computesTheSame, freeze, parseModel } from '$lib/model';
import type { Session } from './environment';
import { locate, readText, writeWhole } from './files';
import { diagnosticLine, readModel } from './models';
import { Refusal } from './refusal';
import { textOf } from './text';

/**
 * `mizan release`: freezes the present version of a model under `released/`. A version is frozen once: where its file is
 * there already and computes otherwise, the command refuses.
 */
export function release(session: Session, named: string): number {
  const { bundle, diagnostics } = readModel(session, named);
  session.warn(diagnostics.map((one) => diagnosticLine(session, named, one)).join(''));
  if (!bundle) throw new Refusal((t) => t.brokenModel(named));
  const { model } = bundle;
  const folder = join(locate(session, named)!, 'released');
  const place = join(folder, `${model.version}.json`);
  if (existsSync(place)) {
    const frozen = parseModel(JSON.parse(readText(place, `${named}/released/${model.version}.json`)));
    if (!computesTheSame(frozen, model)) throw new Refusal((t) => t.releasedOtherwise(model.id, model.version));
    return 0;
  }
  mkdirSync(folder, { recursive: true });
  writeWhole(session, place, freeze(model));
  session.print(textOf(session.locale).released(model.id, model.version));
  return 0;
}
