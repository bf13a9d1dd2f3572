/** What `mizan backtest` says. */
export const enBacktest = {
  about: 'Holds a model against what was observed: skill against simple guesses, in the test and in the fit.',
  folder: 'folder of the model (default: models/libya)',
  csv: 'write the skill of every series to a file',
  years: 'write model and observations, year by year, to a file',
  json: 'print everything as one JSON object',
  none: (folder: string) => `${folder} has no history.yaml and observed.yaml to be held against`,
  columns: [
    'series',
    'verdict',
    'test',
    'carried',
    'trend',
    'last year',
    'fit',
    'carried',
    'trend',
    'last year',
    'rank',
    'same sign'
  ] as readonly string[],
  verdicts: { usable: 'usable', 'with-care': 'with care', 'no-skill': 'no skill', 'not-a-test': 'not a test' },
  hazard: (months: number, onsets: number, expected: string) =>
    `hazard of war: ${expected} onsets expected over ${months} months of peace, ${onsets} happened`,
  fewOnsets: 'so few onsets cannot establish skill',
  hazardSkill: (aucForced: string, aucFree: string, brierForced: string, brierFree: string) =>
    `AUC ${aucForced} with the wars forced, ${aucFree} without; Brier skill ${brierForced} and ${brierFree}`
};
