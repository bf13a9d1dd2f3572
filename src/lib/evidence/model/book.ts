import type { Expression, LeftSide, Locale } from '$lib/language';
import {
  cellsOf,
  meaningOfCell,
  nameOfCell,
  standingOf,
  type Axis,
  type DocumentedText,
  type Equation,
  type Model,
  type ModelBundle,
  type ModelText,
  type Named,
  type Reason,
  type Source,
  type Stock,
  type Variable
} from '$lib/model';
import type {
  ContentsLine,
  ContentsPart,
  DocumentationView,
  DocumentedView,
  EquationView,
  EventsChapter,
  Heading,
  InitialRow,
  InputEntry,
  InputsChapter,
  ModelOverview,
  ParameterEntry,
  PedigreeRow,
  QuantityEntry,
  ReasonView,
  SectorChapter,
  SourcesChapter,
  TermsChapter
} from './entries';
import { namesIn, readersOf, setsIn, type Reader } from './readers';
import { shortCitation } from './short-citation';
import type { Mention, Target } from './target';

/**
 * The pages of a model as data: every chapter of /model in one language, worked out from the checked model, its texts and its
 * sources alone. Nothing is typed twice: a number or a name that changes in the model changes here. Every list is in the
 * order of the model.
 */
export type Shelf = Pick<
  ModelBundle,
  'model' | 'texts' | 'sources' | 'checks' | 'reasons' | 'documentation' | 'briefing' | 'backtest'
>;

export interface ModelSpan {
  readonly start: string;
  readonly end: string;
  readonly steps: number;
}

interface Parts {
  readonly inputs: InputsChapter;
  readonly terms: TermsChapter;
  readonly events: EventsChapter;
  readonly sources: SourcesChapter;
}

/** Scores run from 0, a guess, to 4, well established. */
export const highestScore = 4;

export class ModelBook {
  readonly #model: Model;
  readonly #text: ModelText;
  readonly #other: ModelText;
  readonly #readers: ReadonlyMap<string, readonly Reader[]>;
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(
    readonly shelf: Shelf,
    readonly locale: Locale
  ) {
    this.#model = shelf.model;
    this.#text = shelf.texts[locale];
    this.#other = shelf.texts[locale === 'ar' ? 'en' : 'ar'];
    this.#readers = readersOf(shelf.model, shelf.checks);
    this.#sources = new Map(shelf.sources.map((source) => [source.key, source]));
  }

  /** Name of the model. */
  get title(): string {
    return this.#text.title;
  }

  /** First and last month, and steps a month by the default method. */
  get span(): ModelSpan {
    const { start, months, integrator, stepsPerMonth } = this.#model.time;
    return { start, end: monthAfter(start, months), steps: stepsPerMonth[integrator] };
  }

  get sectors(): readonly Heading[] {
    return this.#model.sectors.map((id) => this.#headingOf(id, this.#text.sectors[id]));
  }

  /** One chapter under its own name. */
  part(part: 'inputs' | 'terms' | 'events' | 'sources'): Partial<Parts> {
    return { [part]: this[part]() };
  }

  sector(id: string): SectorChapter {
    const inSector = <Entry extends { readonly sector: string }>(entries: readonly Entry[]): readonly Entry[] =>
      entries.filter(({ sector }) => sector === id);
    return {
      ...this.#headingOf(id, this.#text.sectors[id]),
      stocks: grouped(inSector(this.#model.stocks)).map((stocks) => this.#stock(stocks)),
      variables: grouped(inSector(this.#model.variables)).map((variables) => this.#variable(variables)),
      parameters: grouped(inSector(this.#model.parameters)).map((rows) => this.#parameter(rows))
    };
  }

  inputs(): InputsChapter {
    const { inputs, composites, groups } = this.#model;
    return {
      groups: groups.map((group) => ({
        ...this.#headingOf(group, this.#text.groups[group]),
        composites: composites
          .filter((composite) => composite.group === group)
          .map(({ id, writes }) => ({ ...this.#heading(id), writes: writes.map((each) => this.mention(each)) })),
        inputs: inputs.filter((input) => input.group === group).map((input) => this.#input(input))
      }))
    };
  }

  terms(): TermsChapter {
    const { sets, constants, switches, lookups } = this.#model;
    const units = new Set([...sets, ...constants].length > 0 ? this.#unitsInUse() : []);
    return {
      sets: sets.map(({ name, elements }) => ({
        id: name,
        elements: elements.map((element) => this.#headingOf(element, this.#text.elements[element]))
      })),
      constants: constants.map(({ id, value, unit }) => ({
        ...this.#heading(id),
        value,
        unit: this.unitName(unit),
        users: this.#users(id)
      })),
      switches: switches.map(({ id, choices, default: standard }) => ({
        ...this.#heading(id),
        choices: choices.map((choice) => ({
          id: choice,
          label: this.#text.switches[id]?.choices[choice] ?? choice,
          standard: choice === standard
        })),
        users: this.#users(id)
      })),
      lookups: lookups.map(({ id, x, y, xUnit, yUnit }) => ({
        ...this.#heading(id),
        points: x.map((value, index) => [value, y[index] ?? NaN] as const),
        xUnit: this.unitName(xUnit),
        yUnit: this.unitName(yUnit),
        users: this.#users(id)
      })),
      units: [...units].map((unit) => ({ id: unit, label: this.unitName(unit) }))
    };
  }

  events(): EventsChapter {
    return {
      events: this.#model.events.map(({ id, rate, magnitude, quietMonths, effects }) => ({
        ...this.#headingOf(id, this.#text.events[id]),
        rate: this.#equation({ name: 'rate', subscripts: [id], role: 'event' }, rate),
        drivers: this.#drivers([rate.expression]),
        ...magnitude,
        quietMonths,
        effects: effects.map(({ stock, direction, factor }) => ({ stock: this.mention(stock), direction, factor })),
        ...optional('reason', this.#reason(this.shelf.reasons?.events[id]))
      }))
    };
  }

  sources(): SourcesChapter {
    const kinds = [...new Set(this.shelf.sources.map(({ kind }) => kind))];
    const users = this.#usersOfSources();
    const { briefing, backtest } = this.shelf;
    const cited = { briefing: sourcesIn(briefing), backtest: sourcesIn(backtest) };
    const pagesOf = (key: string) => (['briefing', 'backtest'] as const).filter((page) => cited[page].has(key));
    return {
      kinds: kinds.map((kind) => ({
        kind,
        sources: this.shelf.sources
          .filter((source) => source.kind === kind)
          .map((source) => ({ ...source, users: users.get(source.key) ?? [], pages: pagesOf(source.key) }))
      }))
    };
  }

  overview(): ModelOverview {
    const { model, checks, sources } = this.shelf;
    return {
      version: model.version,
      start: this.span.start,
      end: this.span.end,
      about: this.#text.about,
      counts: {
        inputs: model.inputs.length,
        stocks: model.stocks.flatMap((stock) => cellsOf(stock, model)).length,
        variables: model.variables.flatMap((variable) => cellsOf(variable, model)).length,
        equations: model.stocks.length + model.variables.length,
        parameters: model.parameters.length,
        uncertain: model.parameters.filter(({ shape }) => shape !== 'fixed').length,
        events: model.events.length,
        sources: sources.length,
        checks: checks.length
      },
      pedigree: this.pedigree(),
      contents: this.contents()
    };
  }

  /** The whole model as one document. */
  documentation(): DocumentationView {
    const { documentation } = this.shelf;
    const texts = (entries: readonly DocumentedText[] | undefined): readonly DocumentedView[] =>
      (entries ?? []).map(({ text, judgement, sources, names }) => ({
        text: text[this.locale],
        judgement,
        sources: sources.map((key) => this.source(key)),
        names: names.map((name) => this.mention(name))
      }));
    return {
      version: this.#model.version,
      purpose: texts(documentation?.purpose),
      scales: texts(documentation?.scales),
      process: texts(documentation?.process),
      concepts: (documentation?.concepts ?? []).map((concept) => ({
        id: concept.id,
        title: concept.title[this.locale],
        texts: texts(concept.texts)
      })),
      initialisation: texts(documentation?.initialisation),
      data: texts(documentation?.data),
      limits: texts(documentation?.limits),
      counts: this.overview().counts,
      sets: this.terms().sets,
      inputs: this.inputs(),
      sectors: this.#model.sectors.map((sector) => this.sector(sector)),
      events: this.events(),
      sources: this.sources()
    };
  }

  /** Sectors that have parameters, with how many of each score. */
  pedigree(): readonly PedigreeRow[] {
    return this.#model.sectors
      .map((sector) => {
        const own = this.#model.parameters.filter((parameter) => parameter.sector === sector);
        const counts = Array.from(
          { length: highestScore + 1 },
          (_, score) => own.filter(({ pedigree }) => pedigree === score).length
        );
        return { id: sector, label: this.#text.sectors[sector]?.name ?? sector, counts };
      })
      .filter(({ counts }) => counts.some((count) => count > 0));
  }

  /** Everything that has a place of its own under /model or beside it, part by part. */
  contents(): readonly ContentsPart[] {
    const { model, checks, sources } = this.shelf;
    const part = (
      id: string,
      named: Named | undefined,
      target: Target | null,
      lines: readonly ContentsLine[]
    ): ContentsPart => ({ id, title: named?.name ?? id, meaning: named?.meaning ?? '', target, lines });
    const chapter = (of: 'inputs' | 'terms' | 'events'): Target => ({ kind: 'name', chapter: of, anchor: '' });
    const named = (ids: readonly string[]): readonly ContentsLine[] => ids.map((id) => this.#line(id));
    return [
      part('inputs', undefined, chapter('inputs'), named([...model.composites, ...model.inputs].map(({ id }) => id))),
      ...model.sectors.map((sector) => {
        const own = [...model.stocks, ...model.variables, ...model.parameters].filter((each) => each.sector === sector);
        const names = [...new Set(own.map(({ name }) => name))];
        return part(
          sector,
          this.#text.sectors[sector],
          { kind: 'name', chapter: { sector }, anchor: '' },
          named(names)
        );
      }),
      part(
        'events',
        undefined,
        chapter('events'),
        model.events.map(({ id }) => ({
          ...this.#event(id),
          id: this.#isEvent(id) ? id : `event.${id}`,
          meaning: this.#text.events[id]?.meaning ?? '',
          other: this.#other.events[id]?.name ?? ''
        }))
      ),
      part(
        'terms',
        undefined,
        chapter('terms'),
        named([
          ...[...model.switches, ...model.constants, ...model.lookups].map(({ id }) => id),
          ...model.sets.map(({ name }) => name)
        ])
      ),
      part(
        'checks',
        undefined,
        null,
        checks.map(({ id }) => ({
          ...this.#check(id),
          meaning: this.#text.checks[id]?.meaning ?? '',
          other: this.#other.checks[id]?.name ?? ''
        }))
      ),
      part(
        'claims',
        undefined,
        null,
        this.claims().map(({ id, title, other }) => ({
          id,
          label: title,
          target: { kind: 'claim', id } as const,
          meaning: '',
          other
        }))
      ),
      part(
        'sources',
        undefined,
        { kind: 'source', key: '' },
        sources.map(({ key, citation }) => ({
          ...this.source(key),
          meaning: citation,
          other: ''
        }))
      )
    ].filter(({ lines }) => lines.length > 0);
  }

  /** Claims of the briefing; where there is none, those that inputs and checks name. */
  claims(): readonly { readonly id: string; readonly title: string; readonly other: string }[] {
    const { briefing, model, checks } = this.shelf;
    if (briefing) {
      const other = this.locale === 'ar' ? 'en' : 'ar';
      return briefing.themes.flatMap(({ claims }) =>
        claims.map(({ id, title }) => ({ id, title: title[this.locale], other: title[other] }))
      );
    }
    const ids = [...model.inputs.flatMap(({ claims }) => claims), ...checks.flatMap(({ basis }) => basis)];
    return [...new Set(ids)].filter((id) => !this.#sources.has(id)).map((id) => ({ id, title: id, other: '' }));
  }

  /** A name of the model with its label and its place. */
  mention(id: string): Mention {
    const standing = standingOf(this.#model, id);
    return { id, label: this.#labelOf(id), target: standing ? { kind: 'name', ...standing } : null };
  }

  source(key: string): Mention {
    const source = this.#sources.get(key);
    return { id: key, label: source ? shortCitation(source) : key, target: source ? { kind: 'source', key } : null };
  }

  /** Name of a unit in the language of the page; units that have none are shown as they are written. */
  unitName(unit: string): string {
    return this.#text.units[unit] ?? unit;
  }

  #stock(stocks: readonly Stock[]): QuantityEntry {
    const [first] = stocks as readonly [Stock, ...Stock[]];
    const { name, unit, range } = first;
    const initials = stocks.flatMap(({ initial }) => initial);
    return {
      kind: 'stock',
      ...this.#heading(name),
      unit: this.unitName(unit),
      equations: stocks.map((stock) => this.#equation(leftSide(stock, 'rate'), stock.rate)),
      drivers: this.#drivers(stocks.map(({ rate }) => rate.expression)),
      users: this.#users(name),
      ...optional('range', range),
      initial: initials.map((each) => this.#initial(name, each, range))
    };
  }

  #initial(name: string, initial: Stock['initial'][number], range: readonly [number, number] | undefined): InitialRow {
    const { cell, spread } = initial;
    const reasons = this.shelf.reasons?.initial;
    const [least, most] = range ?? [-Infinity, Infinity];
    const value = 'value' in initial ? initial.value : null;
    const bound = (side: 1 | -1): number | null =>
      value === null || spread === 0 ? null : rounded(Math.min(most, Math.max(least, value + side * spread)));
    const subscripts = cell.split('.').slice(1);
    return {
      id: cell,
      label: subscripts.length > 0 ? this.#elementNames(subscripts) : this.#labelOf(name),
      value,
      low: bound(-1),
      high: bound(1),
      ...('equation' in initial
        ? { equation: this.#equation({ name, subscripts, role: 'initial' }, initial.equation) }
        : {}),
      ...optional('reason', this.#reason(reasons?.[cell] ?? reasons?.[name]))
    };
  }

  #variable(variables: readonly Variable[]): QuantityEntry {
    const [{ name, unit }] = variables as readonly [Variable, ...Variable[]];
    return {
      kind: 'variable',
      ...this.#heading(name),
      unit: this.unitName(unit),
      equations: variables.map((variable) => this.#equation(leftSide(variable, 'value'), variable.equation)),
      drivers: this.#drivers(variables.map(({ equation }) => equation.expression)),
      users: this.#users(name),
      initial: []
    };
  }

  #parameter(rows: Model['parameters']): ParameterEntry {
    const [{ name, unit }] = rows as readonly [Model['parameters'][number], ...Model['parameters']];
    return {
      ...this.#heading(name),
      unit: this.unitName(unit),
      rows: rows.map(({ id, elements, value, low, high, shape, pedigree, sources }) => ({
        id,
        label: elements.length > 0 ? this.#elementNames(elements) : '',
        value,
        low,
        high,
        shape,
        pedigree,
        sources: sources.map((key) => this.source(key))
      })),
      users: this.#users(name),
      ...optional('reason', this.#reason(this.shelf.reasons?.parameters[name]))
    };
  }

  #input({
    id,
    unit,
    minimum,
    maximum,
    scale,
    principal,
    pedigree,
    sources,
    claims,
    ...input
  }: Model['inputs'][number]): InputEntry {
    const { low, high, reason } = this.#text.inputs[id] ?? {};
    const titles = new Map(this.claims().map((claim) => [claim.id, claim.title]));
    return {
      ...this.#heading(id),
      unit: this.unitName(unit),
      minimum,
      maximum,
      default: input.default,
      scale,
      principal,
      ...optional('low', low),
      ...optional('high', high),
      ...optional('reason', reason),
      pedigree,
      sources: sources.map((key) => this.source(key)),
      claims: claims.map((claim) => ({
        id: claim,
        label: titles.get(claim) ?? claim,
        target: { kind: 'claim', id: claim }
      })),
      users: this.#users(id)
    };
  }

  #equation(left: LeftSide, { text, expression, at }: Equation): EquationView {
    return { left, expression: bare(expression), text, file: at.file, line: at.line };
  }

  #drivers(expressions: readonly Expression[]): readonly Mention[] {
    const names = expressions.flatMap(namesIn);
    const sets = expressions.flatMap(setsIn);
    return [...new Set([...names, ...sets])].map((name) => this.mention(name));
  }

  #users(name: string): readonly Mention[] {
    return (this.#readers.get(name) ?? []).map(({ kind, id }) => {
      if (kind === 'check') return this.#check(id);
      return kind === 'event' ? this.#event(id) : this.mention(id);
    });
  }

  #check(id: string): Mention {
    return { id, label: this.#text.checks[id]?.name ?? id, target: { kind: 'check', id } };
  }

  #reason(reason: Reason | undefined): ReasonView | undefined {
    return reason && { text: reason.text[this.locale], sources: reason.sources.map((key) => this.source(key)) };
  }

  #usersOfSources(): ReadonlyMap<string, readonly Mention[]> {
    const { model, checks, reasons } = this.shelf;
    const users = new Map<string, Mention[]>();
    const add = (keys: readonly string[], mention: Mention): void => {
      for (const key of keys) {
        const known = users.get(key) ?? [];
        if (!known.some(({ id, label }) => id === mention.id && label === mention.label))
          users.set(key, [...known, mention]);
      }
    };
    for (const { id, sources } of model.inputs) add(sources, this.mention(id));
    for (const { name, sources } of model.parameters) add(sources, this.mention(name));
    for (const [section, entries] of Object.entries(reasons ?? {})) {
      for (const [id, { sources }] of Object.entries(entries as Readonly<Record<string, Reason>>))
        add(sources, section === 'events' ? this.#event(id) : this.mention(id.split('.')[0] ?? id));
    }
    for (const { id, basis } of checks) add(basis, this.#check(id));
    return users;
  }

  #line(id: string): ContentsLine {
    const cells = this.#model.parameters.filter((parameter) => parameter.name === id && parameter.id !== id);
    return {
      ...this.mention(id),
      meaning: this.#heading(id).meaning ?? '',
      other: this.#labelOf(id, this.#other),
      ...(cells.length > 0 ? { cells: cells.map((cell) => cell.id) } : {})
    };
  }

  #heading(id: string): Heading {
    return this.#headingOf(id, { name: this.#labelOf(id), ...optional('meaning', this.#meaningOf(id)) });
  }

  #headingOf(id: string, named: Named | undefined): Heading {
    return { id, label: named?.name ?? id, ...optional('meaning', named?.meaning) };
  }

  /** An event: it may share its name with a quantity, the stock that it strikes. */
  #event(id: string): Mention {
    return { id, label: this.#text.events[id]?.name ?? id, target: { kind: 'name', chapter: 'events', anchor: id } };
  }

  #isEvent(id: string): boolean {
    return standingOf(this.#model, id)?.chapter === 'events';
  }

  #labelOf(id: string, text: ModelText = this.#text): string {
    return this.#isEvent(id) ? (text.events[id]?.name ?? id) : nameOfCell(text, id);
  }

  #meaningOf(id: string): string | undefined {
    return this.#isEvent(id) ? this.#text.events[id]?.meaning : meaningOfCell(this.#text, id);
  }

  #elementNames(elements: readonly string[]): string {
    const between = this.locale === 'ar' ? '، ' : ', ';
    return elements.map((element) => this.#text.elements[element]?.name ?? element).join(between);
  }

  #unitsInUse(): readonly string[] {
    const { inputs, constants, parameters, stocks, variables } = this.#model;
    return [...inputs, ...constants, ...parameters, ...stocks, ...variables].map(({ unit }) => unit);
  }
}

/** Entries of one name together, in the order of their first. */
function grouped<Entry extends { readonly name: string }>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.name, [...(groups.get(entry.name) ?? []), entry]);
  return [...groups.values()];
}

function leftSide(
  { name, axes }: { readonly name: string; readonly axes: readonly Axis[] },
  role: 'value' | 'rate'
): LeftSide {
  return { name, subscripts: axes.map((axis) => (axis.kind === 'set' ? axis.set : axis.element)), role };
}

const aboutTheText = new Set(['span', 'nameSpan', 'setSpan', 'choiceSpan']);

/** A syntax tree without its places in the text: what a page needs to print it, at a third of the size. */
function bare(expression: Expression): Expression {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (aboutTheText.has(key) ? undefined : value))
  ) as Expression;
}

/** Keys of sources that a page's content cites, wherever they stand in it. */
function sourcesIn(content: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (field !== 'source' && field !== 'sources') visit(inner);
      else for (const key of [inner].flat()) if (typeof key === 'string') keys.add(key);
    }
  };
  visit(content);
  return keys;
}

/** `0.36 - 0.09` is 0.27 to a reader. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function monthAfter(start: string, months: number): string {
  const [year = 0, month = 1] = start.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** A field only where there is something to say. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}
