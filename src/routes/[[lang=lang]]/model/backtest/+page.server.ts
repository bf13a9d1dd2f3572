import { error } from '@sveltejs/kit';
import { backtest, columnOf } from '$lib/analysis';
import { compile } from '$lib/engine';
import type { BacktestView } from '$lib/evidence';
import { localeOf } from '$lib/i18n';
import { nameOfCell } from '$lib/model';
import { homeEntry } from '../../../load-home';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: '' }, { lang: 'ar' }];

/** The run and everything judged from it, once for both languages. */
let computed: ReturnType<typeof compute> | undefined;

async function compute() {
  const entry = homeEntry();
  const [{ default: model }, { default: held }, { default: evidence }] = await Promise.all([
    entry.model(),
    entry.backtest(),
    entry.evidence()
  ]);
  if (!held.backtest) error(404);
  const { history, observed } = held.backtest;
  const { trajectory, series, hazard } = backtest(model, compile(model), held.backtest);
  const named = new Set([
    ...history.inputs.flatMap(({ sources }) => sources),
    ...history.events.flatMap(({ sources }) => sources),
    ...observed.series.flatMap(({ sources }) => sources)
  ]);
  return {
    model,
    history,
    observed,
    series,
    hazard,
    columns: Object.fromEntries(observed.series.map(({ cell }) => [cell, columnOf(trajectory, cell)])),
    sources: Object.fromEntries(evidence.sources.filter(({ key }) => named.has(key)).map((one) => [one.key, one]))
  };
}

export const load: PageServerLoad = async ({ params }) => {
  const locale = localeOf(params.lang);
  const [{ model, ...rest }, { default: text }] = await Promise.all([
    (computed ??= compute()),
    homeEntry().text[locale]()
  ]);
  const { history, observed } = rest;
  const cells = [
    ...observed.series.map(({ cell }) => cell),
    ...history.events.flatMap(({ does }) => ('effects' in does ? does.effects.map(({ stock }) => stock) : []))
  ];
  const struck = history.events.flatMap(({ does }) => ('event' in does ? [does.event] : []));
  const view: BacktestView = {
    ...rest,
    model: { title: text.title, version: model.version },
    inputs: history.inputs.map((input) => {
      const { unit, minimum, maximum } = model.inputs.find(({ id }) => id === input.id)!;
      return { ...input, name: nameOfCell(text, input.id), unit, minimum, maximum };
    }),
    names: {
      ...Object.fromEntries(cells.map((cell) => [cell, nameOfCell(text, cell)])),
      ...Object.fromEntries(struck.map((id) => [id, text.events[id]?.name ?? id]))
    }
  };
  return { locale, view };
};
