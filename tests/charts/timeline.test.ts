import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette, TimelineFigure, timelineTable, type TimelineFigureProps } from '$lib/charts';
import { toSvg } from '../../src/lib/export/server-svg';
import {
  eventAfterKey,
  eventUnder,
  placeEventCard,
  placeTimeline,
  sayEvent,
  yearOf
} from '../../src/lib/charts/place/timeline';
import { textWidth } from '../../src/lib/charts/place/text';
import { checkGolden } from './golden';

/** The timeline: marks at their dates, words inside and apart, events within reach of pointer and keys, in both languages. */
const words = {
  en: {
    lanes: ['The country', 'United States', 'Neighbours'],
    labels: ['Two governments', 'Exit from Niger', 'Delegation to both sides', 'War in Sudan', 'Coup in Niger'],
    text: 'Something happens that a report tells of in a sentence which is long enough to wrap.'
  },
  ar: {
    lanes: ['البلاد', 'الولايات المتحدة', 'الجوار'],
    labels: ['حكومتان', 'الخروج من النيجر', 'وفد إلى الطرفين', 'حرب السودان', 'انقلاب النيجر'],
    text: 'يحدث شيء يرويه تقرير في جملة طويلة بما يكفي لأن تنقسم إلى سطرين أو أكثر.'
  }
} as const;

function timeline(locale: 'en' | 'ar', width: number, palette = lightPalette): TimelineFigureProps {
  const { lanes, labels, text } = words[locale];
  const event = (id: string, date: string, label: number, main = true) => ({
    id,
    date,
    when: date,
    label: labels[label] ?? '',
    text,
    source: 'example.org',
    address: `https://example.org/${id}`,
    main
  });
  return {
    id: 'timeline',
    title: lanes.join(', '),
    subtitle: labels.join(', '),
    source: text,
    summary: text,
    width,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    locale,
    palette,
    fontFamily: "'IBM Plex Sans Arabic', 'IBM Plex Sans', sans-serif",
    margin: 24,
    years: [2014, 2024],
    lanes: [
      { id: 'country', label: lanes[0], colour: 'ink', events: [event('a', '2014-08', 0)] },
      {
        id: 'us',
        label: lanes[1],
        colour: 'us',
        events: [
          event('b', '2024-08-05', 1, false),
          event('c', '2024-09-15', 1),
          event('d', '2024-09-23', 2),
          event('e', '2024-12-31', 2)
        ]
      },
      { id: 'next', label: lanes[2], colour: 'other', events: [event('f', '2023-04', 3), event('g', '2023-07', 4)] }
    ],
    texts: { reader: text, date: 'd', actor: 'a', event: 'e', source: 's', leftOut: text }
  };
}

const looks = (['en', 'ar'] as const).flatMap((locale) =>
  [320, 360, 679, 680, 800, 1088].map((width) => [`${locale} ${width}`, timeline(locale, width)] as const)
);

describe.each(looks)('a timeline, %s', (_, props) => {
  const placed = placeTimeline(props);

  it('keeps its words inside', () => {
    for (const { text, x, size, weight, anchor } of [...placed.header.texts, ...placed.texts, ...placed.footer]) {
      const width = textWidth(text, size, weight);
      const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
      expect(left, text).toBeGreaterThanOrEqual(-1);
      expect(left + width, text).toBeLessThanOrEqual(props.width + 4);
    }
  });

  it('keeps labels apart, and marks', () => {
    const boxes = placed.marks.flatMap(({ id, box }) => (box ? [{ id, ...box }] : []));
    for (const one of boxes)
      for (const other of boxes) {
        if (one.id >= other.id) continue;
        const apart =
          one.right < other.left || other.right < one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(apart, `${one.id} lies on ${other.id}`).toBe(true);
      }
    for (const one of placed.marks)
      for (const other of placed.marks)
        if (one.id < other.id) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(6);
  });

  it('says an event on a card that stays inside', () => {
    for (const mark of placed.marks) {
      const { card, texts } = placeEventCard(mark, placed, props);
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.x + card.width).toBeLessThanOrEqual(props.width);
      expect(texts.length).toBeGreaterThan(3);
      for (const { text, size, weight } of texts) expect(textWidth(text, size, weight)).toBeLessThan(card.width);
      expect(sayEvent(mark, 'Source')).toContain(mark.event.text);
    }
  });

  it('finds an event under its own mark and label, and none far away', () => {
    for (const { id, x, y, box } of placed.marks) {
      expect(eventUnder(x, y, placed.marks, 18)).toBe(id);
      if (box && !placed.narrow) expect(eventUnder(box.right - 1, box.top + 1, placed.marks, 18)).toBe(id);
    }
    expect(eventUnder(-500, -500, placed.marks, 18)).toBeNull();
  });

  it('leads through every event by keys, in order of time', () => {
    const order = placed.marks.map(({ id }) => id);
    let current = eventAfterKey('Home', null, placed);
    const met = [current];
    for (let step = 1; step < order.length; step++) met.push((current = eventAfterKey('ArrowRight', current, placed)));
    expect(met).toEqual(order);
    expect(eventAfterKey('ArrowRight', current, placed)).toBe(order.at(-1));
    expect(eventAfterKey('ArrowLeft', order[1] ?? null, placed)).toBe(order[0]);
    expect(eventAfterKey('End', null, placed)).toBe(order.at(-1));
    expect(eventAfterKey('x', current, placed)).toBeNull();
  });
});

it('lets time run left to right in both languages, with marks exactly at their dates', () => {
  const [en, ar] = (['en', 'ar'] as const).map((locale) => placeTimeline(timeline(locale, 1088)));
  for (const placed of [en, ar]) {
    const [first, second] = ['a', 'f'].map((id) => placed?.marks.find((mark) => mark.id === id));
    const [e] = placed?.marks.filter(({ id }) => id === 'e') ?? [];
    if (!first || !second || !e) throw new Error('a mark is missing');
    const perYear = (second.x - first.x) / (yearOf('2023-04') - yearOf('2014-08'));
    expect(perYear).toBeGreaterThan(0);
    expect(e.x - second.x).toBeCloseTo(perYear * (yearOf('2024-12-31') - yearOf('2023-04')), 6);
  }
});

it('counts days by the calendar', () => {
  expect(yearOf('2024-02-29')).toBeLessThan(yearOf('2024-03-01'));
  expect(yearOf('2023-02-28')).toBeLessThan(yearOf('2023-03-01'));
  expect(yearOf('2024-07')).toBeCloseTo(2024 + 6.5 / 12, 12);
  expect(yearOf('2024-12-31')).toBeLessThan(2025);
});

it('leads from lane to lane by the up and down keys', () => {
  const placed = placeTimeline(timeline('en', 1088));
  expect(eventAfterKey('ArrowDown', 'a', placed)).toBe('b');
  expect(eventAfterKey('ArrowUp', 'g', placed)).toBe('b');
  expect(eventAfterKey('ArrowUp', 'a', placed)).toBe('a');
});

it('lists every event in its table, the open ones too, in order of time', () => {
  const table = timelineTable(timeline('en', 360));
  expect(table.rows.map(([date]) => date)).toEqual([
    '2014-08',
    '2023-04',
    '2023-07',
    '2024-08-05',
    '2024-09-15',
    '2024-09-23',
    '2024-12-31'
  ]);
  expect(table.rows[0]).toEqual(['2014-08', 'The country', words.en.text, 'https://example.org/a']);
});

describe.each(['en', 'ar'] as const)('the timeline as a file, %s', (locale) => {
  it.each([
    ['light.wide', 1088, lightPalette],
    ['dark.wide', 1088, darkPalette],
    ['light.narrow', 360, lightPalette]
  ] as const)('looks as it did: %s', (name, width, palette) => {
    const svg = toSvg(TimelineFigure, { ...timeline(locale, width, palette), read: 'c' });
    checkGolden(`timeline.${locale}.${name}`, svg);
    expect(svg).not.toMatch(/\sstyle=|<style|<script|class=|var\(--|NaN|undefined|Infinity/);
    for (const [, text = ''] of svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g))
      if (/[\u0600-\u06ff]/.test(text)) expect(text).toMatch(/^\u2067[^\u2067]*\u2069$/);
  });
});
