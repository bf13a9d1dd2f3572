/** Goals as a person states them: rows of an output, a side, a level and a month. */
export const goals = {
  heading: 'The goal',
  all: 'All of them must hold.',
  row: (place: number) => `Goal ${place}`,
  output: (row: string) => `${row}: output`,
  side: (row: string) => `${row}: which side of the level`,
  level: (row: string) => `${row}: level`,
  month: (row: string) => `${row}: month`,
  year: (row: string) => `${row}: year`,
  sides: { above: 'at least', below: 'at most' },
  in: 'in',
  and: 'and',
  headline: 'Headline outputs',
  now: (value: string) => `without changes: ${value}`,
  add: 'Add a goal',
  remove: (row: string) => `Remove: ${row}`,
  said: (output: string, side: string, level: string, date: string) => `${output} ${side} ${level} in ${date}`,
  join: ' and ',
  units: { index: 'of 100', share: '%', percent: '%' },
  problems: {
    form: (text: string) => `“${text}” is no goal; write output>55@2034-10 or output<55@2034-10.`,
    output: (text: string, nearest: string) =>
      `There is no output “${text}”${nearest === '' ? '' : `; perhaps “${nearest}” is meant`}.`,
    date: (text: string, first: string, last: string) => `“${text}”: write a month from ${first} to ${last}.`
  }
};
