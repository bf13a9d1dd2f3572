import type { Component, ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Locale } from '$lib/i18n';
import { standingOf, type Model, type ModelBundle } from '$lib/model';
import { loadFolder } from '../../../../tests/libya/load';
import { anchorOf } from './anchor';
import { ModelBook } from './book';
import EventsChapter from './EventsChapter.svelte';
import InputsChapter from './InputsChapter.svelte';
import ModelDocumentation from './ModelDocumentation.svelte';
import ModelOverview from './ModelOverview.svelte';
import SectorChapter from './SectorChapter.svelte';
import SourcesChapter from './SourcesChapter.svelte';
import TermsChapter from './TermsChapter.svelte';
import type { AddressOf, Target } from './target';

/**
 * The pages of the model, rendered as the server renders them: everything that the model has is told of where its address says,
 * no link leads nowhere, and what is shown is worked out from the model.
 */
const libya = loadFolder('models/libya');
const folders = ['models/libya', 'models/teaching/decay', 'models/teaching/lanchester', 'models/teaching/logistic'];

/** Name of the page that a target stands on. */
function pageOf(target: Target): string {
  if (target.kind !== 'name') return { source: 'sources', check: 'checks', claim: 'briefing' }[target.kind];
  return typeof target.chapter === 'string' ? target.chapter : `sector/${target.chapter.sector}`;
}

function anchorIn(target: Target): string {
  if (target.kind === 'name') return target.anchor;
  return target.kind === 'source' ? target.key : target.id;
}

const addressOf: AddressOf = (target) => `/${pageOf(target)}/#${anchorIn(target)}`;

function html<Props extends object>(component: Component<Props>, props: Props): string {
  return render(component as unknown as Component<Record<string, unknown>>, {
    props: { ...props } as Record<string, unknown>
  }).body;
}

/** Every page by name, as the routes compose it. */
function pagesOf(bundle: ModelBundle, locale: Locale): ReadonlyMap<string, string> {
  const book = new ModelBook(bundle, locale);
  const shared = { locale, addressOf } as const;
  const time = book.span;
  const overview: ComponentProps<typeof ModelOverview> = {
    ...shared,
    title: book.title,
    overview: book.overview(),
    go: () => undefined
  };
  return new Map([
    ['', html(ModelOverview, overview)],
    ['inputs', html(InputsChapter, { ...shared, chapter: book.inputs() })],
    ['terms', html(TermsChapter, { ...shared, time, chapter: book.terms() })],
    ['events', html(EventsChapter, { ...shared, chapter: book.events() })],
    ['sources', html(SourcesChapter, { ...shared, chapter: book.sources() })],
    ['documentation', html(ModelDocumentation, { ...shared, time, documentation: book.documentation() })],
    ...bundle.model.sectors.map(
      (sector) =>
        [
          `sector/${sector}`,
          html(SectorChapter, { ...shared, start: time.start, chapter: book.sector(sector) })
        ] as const
    )
  ]);
}

const idsIn = (page: string): readonly string[] => [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');

/** Every name of the model that an address can be asked for. */
function namesOf(model: Model): readonly string[] {
  const { inputs, composites, switches, constants, parameters, lookups, stocks, variables, events, sets } = model;
  return [
    ...[...inputs, ...composites, ...switches, ...constants, ...parameters, ...lookups, ...events].map(({ id }) => id),
    ...[...parameters, ...stocks, ...variables, ...sets].map(({ name }) => name)
  ];
}

/** As text stands in the page. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

describe.each(folders)('the pages of %s', (folder) => {
  const bundle = folder === 'models/libya' ? libya : loadFolder(folder);
  const { model, sources, checks } = bundle;

  describe.each(['en', 'ar'] as const)('in %s', (locale) => {
    const pages = pagesOf(bundle, locale);
    const ids = new Map([...pages].map(([name, page]) => [name, new Set(idsIn(page))]));

    it('tell of every quantity, parameter, input, constant, event and set where its address says', () => {
      for (const name of namesOf(model)) {
        const standing = standingOf(model, name);
        expect(standing, name).toBeDefined();
        if (standing) expect(ids.get(pageOf({ kind: 'name', ...standing })), name).toContain(standing.anchor);
      }
    });

    it('tell of every source', () => {
      for (const { key, citation } of sources) {
        expect(ids.get('sources')).toContain(key);
        expect(pages.get('sources')).toContain(escaped(citation));
      }
    });

    it('name every check and every claim in the contents', () => {
      const claims = new ModelBook(bundle, locale).claims();
      for (const { id } of [...checks, ...claims]) expect(ids.get('')).toContain(id);
    });

    it('write out every equation', () => {
      for (const { sector, equation } of model.variables)
        expect(pages.get(`sector/${sector}`)).toContain(escaped(equation.text.trim()));
      for (const { sector, rate } of model.stocks)
        expect(pages.get(`sector/${sector}`)).toContain(escaped(rate.text.trim()));
    });

    it('link to nothing that is not there', () => {
      for (const [name, page] of pages) {
        for (const [, href = ''] of page.matchAll(/href="([^"]*)"/g)) {
          if (/^https?:/.test(href)) continue;
          const [, to = name, anchor = ''] = /^(?:\/(.*)\/)?#(.*)$/.exec(href) ?? [];
          if (to === 'checks' || to === 'briefing' || anchor === '') continue;
          expect(ids.get(to), `${href} on ${name || 'the overview'}`).toContain(anchor);
        }
      }
    });

    it('give no anchor twice', () => {
      for (const [name, page] of pages) {
        const all = idsIn(page);
        expect(
          all.filter((id, index) => all.indexOf(id) < index),
          name
        ).toEqual([]);
      }
    });

    it('lead from /model/#name to the thing itself', () => {
      const contents = new ModelBook(bundle, locale).contents();
      for (const name of namesOf(model)) {
        const target = anchorOf(contents, name);
        expect(target, name).toBeDefined();
        if (target) expect(ids.get(pageOf(target)), name).toContain(anchorIn(target));
      }
      for (const { key } of sources) expect(anchorOf(contents, key), key).toBeDefined();
      for (const { id } of checks) expect(anchorOf(contents, id), id).toEqual({ kind: 'check', id });
      expect(anchorOf(contents, 'no_such_name')).toBeUndefined();
    });

    it('carry no style attribute, which the content policy refuses, and no undefined', () => {
      for (const page of pages.values()) {
        expect(page).not.toMatch(/\sstyle="/);
        expect(page).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
      }
    });
  });
});

describe('the pages of the Libya model', () => {
  it('are Arabic where they are Arabic: every label and every reason has Arabic letters', () => {
    const book = new ModelBook(libya, 'ar');
    const arabic = /[\u0621-\u064a]/;
    for (const { id } of book.sectors) {
      const { label, stocks, variables, parameters } = book.sector(id);
      expect(label).toMatch(arabic);
      for (const entry of [...stocks, ...variables, ...parameters]) expect(entry.label, entry.id).toMatch(arabic);
      for (const { initial } of stocks) {
        for (const { id: cell, reason } of initial) expect(reason?.text, `${cell} has a reason`).toMatch(arabic);
      }
    }
    for (const { inputs } of book.inputs().groups)
      for (const input of inputs) expect(`${input.label} ${input.reason}`).toMatch(arabic);
    for (const { label, reason } of book.events().events) expect(`${label} ${reason?.text}`).toMatch(arabic);
    const { concepts, ...texts } = book.documentation();
    for (const { text } of [...texts.purpose, ...texts.limits, ...concepts.flatMap((each) => each.texts)])
      expect(text).toMatch(arabic);
  });

  it('show a parameter as the model has it: a change there is a change here', () => {
    const changed = {
      ...libya,
      model: {
        ...libya.model,
        parameters: libya.model.parameters.map((parameter) =>
          parameter.id === 'contest_decisiveness' ? { ...parameter, value: 1.3719, high: 1.9371 } : parameter
        )
      }
    };
    const before = pagesOf(libya, 'en');
    const after = pagesOf(changed, 'en');
    for (const page of ['sector/contest', 'documentation']) {
      expect(before.get(page)).not.toContain('1.3719');
      expect(after.get(page)).toContain('1.3719');
      expect(after.get(page)).toContain('1.9371');
    }
    expect(after.get('sector/violence')).toBe(before.get('sector/violence'));
  });

  it('show starting values and their range as the model has them', () => {
    const changed = {
      ...libya,
      model: {
        ...libya.model,
        stocks: libya.model.stocks.map((stock) =>
          stock.name === 'trust' ? { ...stock, initial: [{ ...stock.initial[0]!, value: 0.4321, spread: 0.1 }] } : stock
        )
      }
    };
    const [trust] = new ModelBook(changed, 'en').sector('force').stocks.filter(({ id }) => id === 'trust');
    expect(trust?.initial).toMatchObject([{ value: 0.4321, low: 0.3321, high: 0.5321 }]);
    expect(pagesOf(changed, 'en').get('sector/force')).toContain('0.4321');
  });

  it('count the scores anew', () => {
    const { parameters } = libya.model;
    const low = parameters.filter(({ pedigree }) => pedigree <= 1).length;
    expect(pagesOf(libya, 'en').get('')).toContain(
      `Of ${parameters.length} parameters none has the highest score; ${low}`
    );
    const better = {
      ...libya,
      model: { ...libya.model, parameters: parameters.map((each) => ({ ...each, pedigree: 4 })) }
    };
    const after = pagesOf(better, 'en').get('');
    expect(after).toContain(`Of ${parameters.length} parameters ${parameters.length} have the highest score; 0`);
    expect(new ModelBook(better, 'en').pedigree().every(({ counts }) => counts.slice(0, 4).every((n) => n === 0))).toBe(
      true
    );
  });

  it('set every equation in mathematics', () => {
    const page = pagesOf(libya, 'en').get('sector/violence') ?? '';
    const equations = [...libya.model.variables, ...libya.model.stocks].filter(({ sector }) => sector === 'violence');
    expect([...page.matchAll(/<math /g)].length).toBeGreaterThanOrEqual(equations.length);
    expect(page).toMatch(/<mfrac/);
    expect(page).toMatch(/<msub/);
    expect(page).toMatch(/<mtable/);
  });
});
