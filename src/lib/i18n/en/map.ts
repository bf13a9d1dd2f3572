import { plural } from '../plural';

/** The map and the month that figures share. */
export const map = {
  title: 'Influence and border control on the map',
  loading: 'The map is being drawn.',
  failed: 'The map could not be loaded.',
  show: 'Show',
  whoLeads: 'Who leads',
  influenceOf: (actor: string) => `Influence of ${actor}`,
  leadsSubtitle: 'Regions by who holds the greatest share of influence',
  influenceSubtitle: (actor: string) => `Share of influence of ${actor}`,
  control: 'Border control',
  controlShort: 'Control',
  points: (difference: string, count: number) =>
    `${difference} ${plural('en', count, { one: 'point', other: 'points' })}`,
  change: 'Change from the status quo',
  reader: 'Regions and borders. Arrow keys move from one to the next.',
  held: (holder: string, districts: string) => `Hatched, held today from the ${holder}: ${districts}.`,
  lies: (district: string, region: string) => `${district}, in ${region} by history`,
  month: 'Month shown in the figures',
  play: 'Play',
  pause: 'Pause',
  about: 'What the map shows',
  aboutFigures:
    'Each region is one of the three places of the model, in its historical bounds. What is told of it is the model’s value for the place, not for its districts.',
  leadsAt: (place: string, actor: string, share: string) => `${place}: ${actor} leads with ${share}.`,
  controlAt: (border: string, value: string) => `${border}: ${value}.`,
  summary: (month: string, said: string) => `In ${month}. ${said}`
};
