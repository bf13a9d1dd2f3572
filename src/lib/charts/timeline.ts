import type { Frame, Table } from './figure';
import type { ColourName } from './palette';

/** What a timeline is told: dated events in lanes, one lane for each who acts. Plain data, texts in the reader's language. */
export interface TimelineEvent {
  readonly id: string;
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** The date in words. */
  readonly when: string;
  /** A few words. */
  readonly label: string;
  readonly text: string;
  /** Who reports it, in short. */
  readonly source: string;
  /** Address of the report. */
  readonly address: string;
  /** Labelled; the others are marks that are read one by one. */
  readonly main: boolean;
}

export interface TimelineLaneProps {
  readonly id: string;
  readonly label: string;
  readonly colour: ColourName;
  /** In order of time. */
  readonly events: readonly TimelineEvent[];
}

export interface TimelineTexts {
  /** Accessible name of the reader: "Event. Arrow keys move from event to event". */
  readonly reader: string;
  readonly date: string;
  readonly actor: string;
  readonly event: string;
  readonly source: string;
  /** What stands under a narrow drawing, which shows the labelled events only; nothing where all are. */
  readonly leftOut?: string | undefined;
}

export interface TimelineFigureProps extends Frame {
  readonly lanes: readonly TimelineLaneProps[];
  /** First calendar year shown, and the last. */
  readonly years: readonly [number, number];
  readonly texts: TimelineTexts;
  /** Id of the event that is read out; null is none. Bindable. */
  read?: string | null;
}

/** The table twin: every event in order of time. */
export function timelineTable({ title, subtitle, lanes, texts }: TimelineFigureProps): Table {
  const rows = lanes
    .flatMap(({ label, events }) => events.map((event) => ({ ...event, actor: label })))
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return {
    caption: `${title} — ${subtitle}`,
    columns: [
      { id: 'date', label: texts.date, unit: 'YYYY-MM-DD' },
      { id: 'actor', label: texts.actor, unit: '' },
      { id: 'event', label: texts.event, unit: '' },
      { id: 'source', label: texts.source, unit: '' }
    ],
    rows: rows.map(({ date, actor, text, address }) => [date, actor, text, address])
  };
}
