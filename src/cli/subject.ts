import { nearest } from '$lib/language';
import type { Model } from '$lib/model';
import { decodeLink, describeNotice, parseScenario, readScenarioFile, type Notice, type Scenario } from '$lib/scenario';
import type { Session } from './environment';
import { isFolder, locate, readText } from './files';
import type { Models } from './models';
import { Refusal } from './refusal';

/** What a run is about: a scenario and the model that it is made for. */
export interface Subject {
  readonly model: Model;
  readonly scenario: Scenario;
}

/**
 * What a person can mean by one word on the command line: a preset first, else a file that is there, else a link. What
 * a link says that cannot be used is warned of and left out, as on a page. A file that cannot be used in full is refused:
 * whoever runs it can correct it.
 */
export async function readSubject(
  session: Session,
  models: Models,
  named: string,
  warn: (message: string) => void
): Promise<Subject> {
  const isName = /^[\w-]+$/.test(named);
  const presets = isName ? models.standard().presets : [];
  const preset = presets.find(({ id }) => id === named);
  if (preset) {
    const { model } = models.standard();
    return required(session, named, { model, ...parseScenario(preset.document, model) });
  }
  const place = locate(session, named);
  if (place) {
    if (isFolder(place)) throw new Refusal((t) => t.unreadable(named, t.systemErrors['EISDIR'] ?? ''));
    return required(session, named, await readScenarioFile(readText(place, named), models.forLinks()));
  }
  if (/[?=]/.test(named)) return fromLink(session, models, named, warn);
  if (!isName) throw new Refusal((t) => t.noFile(named));
  const ids = presets.map(({ id }) => id);
  throw new Refusal((t) => t.noPreset(named, nearest(named, ids), ids.join(', ')));
}

interface Read {
  readonly model: Model | null;
  readonly scenario: Scenario | null;
  readonly notices: readonly Notice[];
}

function required(session: Session, named: string, { model, scenario, notices }: Read): Subject {
  const told = notices.map((notice) => `${named}: ${describeNotice(notice, session.locale)}`);
  if (told.length > 0) throw new Refusal(() => told.join('\n  '));
  if (!model || !scenario) throw new Refusal((t) => t.noScenario(named));
  return { model, scenario };
}

function fromLink(session: Session, models: Models, link: string, warn: (message: string) => void): Subject {
  const { model, scenario, notices } = decodeLink(link, models.forLinks());
  if (!model || !scenario) return required(session, link, { model, scenario, notices });
  for (const notice of notices) warn(describeNotice(notice, session.locale));
  return { model, scenario };
}
