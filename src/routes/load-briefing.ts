import { briefingResults, briefingView, type BriefingResults, type BriefingView } from '$lib/evidence';
import type { Locale } from '$lib/i18n';
import type { Briefing } from '$lib/model';
import { homeEntry } from './load-home';

/** The briefing of the model that the site opens with. Its runs are made once, for both languages. */
let known: Promise<{ briefing: Briefing; results: BriefingResults }> | undefined;

async function compute(): Promise<{ briefing: Briefing; results: BriefingResults }> {
  const entry = homeEntry();
  const [{ default: model }, { default: briefing }, { default: layout }, { default: evidence }, { default: presets }] =
    await Promise.all([entry.whole(), entry.briefing(), entry.desk(), entry.evidence(), entry.presets()]);
  if (!briefing) throw new Error(`The model ${entry.id} has no briefing: there is nothing to tell.`);
  const { checks, checkScenarios } = evidence;
  const results = briefingResults({ model, desk: layout.desk, checks, presets, checkScenarios }, briefing);
  return { briefing, results };
}

export async function loadBriefing(locale: Locale): Promise<{ title: string; view: BriefingView }> {
  const entry = homeEntry();
  known ??= compute();
  const [{ briefing, results }, { default: model }, { default: text }, { default: evidence }] = await Promise.all([
    known,
    entry.whole(),
    entry.words[locale](),
    entry.evidence()
  ]);
  return { title: text.title, view: briefingView({ model, text, sources: evidence.sources, briefing, results }) };
}
