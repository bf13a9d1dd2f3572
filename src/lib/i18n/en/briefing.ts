import { plural } from '../plural';

/** The page of the briefing: what it is, its parts, and what stands beside a claim. */
export const briefing = {
  title: 'The situation, claim by claim',
  pageTitle: (model: string) => `Briefing · ${model} · Mizan`,
  description:
    'What the model stands on: the situation of autumn 2024, who acts in it, and 28 claims, each with its mechanism, a change to try and its checks.',
  lead: 'What the model stands on: a situation, those who act in it, and the claims of one press report in words of our own. Beside each claim stands how the model holds it, a change that you can try, and what the model says to it.',
  contents: 'On this page',
  situation: 'The situation in autumn 2024',
  judgement: 'Judgement',
  notesOf: 'Sources',
  note: (number: number) => `Source ${number}`,
  timeline: {
    heading: 'How it came to this',
    title: 'From the uprising to the autumn of 2024',
    subtitle: 'Events by who acts, 2011 to 2024. Filled marks are named, open ones are read one by one.',
    subtitleNarrow: 'The main events by who acts, 2011 to 2024',
    summary: (count: number, lanes: string) =>
      `${plural('en', count, { one: '# event', other: '# events' })} from 2011 to 2024 in lanes: ${lanes}. All of them stand in the table.`,
    reader: 'Event. Left and right lead through time, up and down to the next lane.',
    date: 'Date',
    actor: 'Who',
    event: 'Event',
    source: 'Source',
    leftOut: (count: number) =>
      plural('en', count, { one: '# more event stands in the table.', other: '# more events stand in the table.' }),
    sourceLine: 'Mizan. Events are dated by press reports and official statements; the table names one for each.',
    table: 'Table',
    hideTable: 'Hide the table',
    download: 'Download',
    svg: 'Figure as SVG',
    png: 'Figure as PNG',
    csv: 'Events as CSV',
    failed: 'The figure could not be saved.'
  },
  actors: {
    heading: 'Who acts',
    lead: 'What they want is judgement, put in the terms of the model. Inputs are what a person can move on the desk.',
    wants: 'Wants',
    commands: 'Commands',
    commandsNothing: 'no input of its own'
  },
  claims: {
    heading: 'The claims',
    lead: (count: number) =>
      `${plural('en', count, { one: '# claim', other: '# claims' })}, grouped by theme. Numbers are computed when this page is made, at the model’s standard parameters; they compare, they do not predict.`,
    paragraph: (paragraph: string) => `Paragraph ${paragraph} of the report`,
    mechanism: 'In the model',
    tryHeading: 'Try it',
    tryIt: 'Open this change on the desk',
    tryStatusQuo: 'Open the status quo on the desk',
    noChange: 'Nothing is moved',
    at: (month: string) => `In ${month}`,
    against: (reference: string) => `status quo ${reference}`,
    since: (reference: string) => `${reference} half a year after the start`,
    checks: 'Behaviour checks',
    holds: 'holds',
    fails: 'does not hold',
    margin: (margin: string) => `margin ${margin}`,
    short: (margin: string) => `short by ${margin}`,
    noChecks: 'No behaviour check tests this claim.',
    caution: 'Caution',
    marginNote:
      'The margin says how far the weakest comparison of a check stands from tipping over, in the unit of what it compares (index points, or parts of one). Checks were written together with the equations: that they hold shows that the model does what was meant, not that the world does.'
  },
  notes: {
    heading: 'Sources of the texts',
    lead: 'Some links lead to copies of the original reports. The sources of the timeline stand in its table.'
  }
};
