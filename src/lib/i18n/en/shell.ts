import { plural } from '../plural';

/** What frames every page: names, commands, themes, errors. */
export const shell = {
  site: 'Mizan',
  pageTitle: (model: string) => `${model} · Mizan`,
  pageDescription: (model: string) =>
    `${model}. Move what the actors could do and watch projected stability and the balance of influence respond. A thinking tool, not a forecast.`,
  andMore: (count: number) => plural('en', count, { one: 'and # more', other: 'and # more' }),
  skip: 'Skip to the figures',
  skipToContent: 'Skip to the content',
  caveat: 'A thinking tool, not a forecast: it shows what would follow if the assumptions of its model held.',
  scenario: 'Scenario',
  yourScenario: 'Your scenario',
  ownChanges: (count: number) => plural('en', count, { one: '# input changed', other: '# inputs changed' }),
  choosePreset: 'Choose a scenario',
  presetsLead: 'Each one starts from the status quo and moves the inputs that it names.',
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Reset',
  resetAll: 'Reset all inputs to the status quo',
  nav: {
    label: 'Pages of the site',
    desk: 'Desk',
    briefing: 'Briefing',
    model: 'Model',
    compare: 'Compare',
    explore: 'Explore'
  },
  share: 'Copy link',
  more: 'More',
  theme: 'Theme',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  otherLanguage: 'العربية',
  otherLanguageLabel: 'العربية: read this page in Arabic',
  close: 'Close',
  dismiss: 'Dismiss',
  notFoundTitle: 'There is no page at this address',
  notFoundText: 'The link may be old or mistyped. The desk holds everything that this site shows.',
  errorTitle: 'This page could not be shown',
  errorText: 'Loading it again may help. Nothing that you saved is lost.',
  toDesk: 'Go to the desk',
  modelVersion: (id: string, version: string) => `Model ${id}, version ${version}`,
  about: 'About the model',
  noScript: 'The figures show the status quo. Moving the inputs needs JavaScript.'
};
