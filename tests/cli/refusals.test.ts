import { describe, expect, it } from 'vitest';
import { inFolder, mizan, mizanHere, write } from './terminal';

/** What goes wrong is told on stderr in words, with exit code 1; nothing reaches stdout and no stack trace reaches anyone. */
const quo = ['run', 'status_quo'];

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an unknown preset', ['run', 'force_and_bordr'], /force_and_bordr is no preset.*did you mean force_and_border\?/],
  ['a file that is not there', ['run', 'nowhere/scenario.yaml'], /nowhere\/scenario\.yaml: there is no such file/],
  ['a folder in place of a file', ['run', 'docs'], /docs: cannot be read \(it is a folder\)/],
  [
    'an unknown input',
    [...quo, '--set', 'unified_forse=80'],
    /--set unified_forse: .*no such input; did you mean unified_force\?/
  ],
  ['a parameter given to --set', [...quo, '--set', 'contest_decisiveness=1'], /set with --param/],
  ['a set without a value', [...quo, '--set', 'unified_force'], /write it as id=value/],
  ['a set that is no number', [...quo, '--set', 'unified_force=many'], /many is no number/],
  ['a set outside its range', [...quo, '--set', 'unified_force=180'], /180 is outside 0 to 100/],
  ['a bad month', [...quo, '--set', 'unified_force=80~2025-13'], /2025-13 is no month; write YYYY-MM/],
  [
    'a month before the start',
    [...quo, '--set', 'unified_force=80~2019-01'],
    /before the model's first month, 2024-10/
  ],
  [
    'a month after the end',
    [...quo, '--set', 'unified_force=80~2039-01'],
    /2039-01 is after the last month of the run, 2034-10/
  ],
  ['a bad ramp', [...quo, '--set', 'unified_force=80~2025-01~-3'], /-3 is no ramp/],
  ['an unknown parameter', [...quo, '--param', 'contest_decisivness=1'], /did you mean contest_decisiveness\?/],
  ['a parameter that is not finite', [...quo, '--param', 'contest_decisiveness=Infinity'], /Infinity is no number/],
  ['an unknown stock', [...quo, '--initial', 'trusst=0.3'], /did you mean trust\?/],
  ['an unknown switch', [...quo, '--switch', 'violence_sorce=events'], /did you mean violence_source\?/],
  ['an unknown choice', [...quo, '--switch', 'violence_source=never'], /choose one of expected/],
  ['a bad --from', [...quo, '--from', 'soon'], /--from: soon is no month/],
  ['a --from before the start', [...quo, '--from', '2024-09'], /2024-09 is before the model's first month/],
  ['a --from after the end', [...quo, '--from', '2034-11'], /after the last month, 2034-10/],
  ['an --until at the start', [...quo, '--until', '2024-10'], /at least one month, until 2024-11/],
  ['an --until out of reach', [...quo, '--until', '2124-11'], /at most 100 years, until 2124-10/],
  ['a bad method', [...quo, '--method', 'heun'], /choose one of euler, rk4/],
  ['bad steps', [...quo, '--steps', '0'], /whole number from 1 to 64/],
  ['two formats', [...quo, '--csv', '--json'], /not both/],
  ['an unknown option', [...quo, '--jsn'], /there is no option --jsn; did you mean --json\?/],
  ['an option without its value', [...quo, '--out'], /--out needs a value/],
  ['an unknown command', ['rum'], /there is no command rum.*did you mean run\?/],
  ['no command', [], /The commands are run, ensemble, merge, check, .* and release; --help/],
  ['no scenario', ['run'], /<scenario> is missing/],
  ['too many scenarios', ['run', 'status_quo', 'worst_case'], /too many arguments/],
  ['a folder without a model', [...quo, '--model', 'docs'], /docs: no model\.yaml in this folder/],
  ['a model that is not there', [...quo, '--model', 'models/nowhere'], /models\/nowhere: there is no such folder/],
  [
    'an --out that cannot be written',
    [...quo, '--out', 'nowhere/at/all.csv'],
    /nowhere\/at\/all\.csv: cannot be written \(there is no such folder\)/
  ],
  ['an unknown language', [...quo, '--lang', 'fr'], /choose one of en, ar/]
];

describe('mizan refuses', () => {
  it.each(refused)('%s', async (_, args, message) => {
    const { code, out, err } = await mizanHere(args);
    expect(err).toMatch(message);
    expect(err).toMatch(/^mizan: error: /);
    expect(err).not.toMatch(/\n {4}at /);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  it('a scenario file that is no scenario, with its name', () => {
    inFolder((folder) => {
      for (const content of ['profiles: [', '"just a text"', 'profiles: { nothing_known: 3 }', '\u0000\u0001']) {
        const path = write(folder, 'scenario.yaml', content);
        const { code, out, err } = mizan(['run', path]);
        expect({ code, out }).toEqual({ code: 1, out: '' });
        expect(err).toContain('scenario.yaml');
        expect(err).not.toMatch(/\n {4}at /);
      }
    });
  });

  it('in a process of its own just the same', () => {
    const { code, out, err } = mizan([...quo, '--set', 'unified_forse=80']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^mizan: error: .*did you mean unified_force\?\n$/);
  });

  it('in Arabic where asked', () => {
    const { code, err } = mizan(['run', 'force_and_bordr', '--lang', 'ar']);
    expect(code).toBe(1);
    expect(err).toMatch(/^mizan: خطأ: .*force_and_border/);
    expect(mizan(['--lang', 'ar', 'run', 'status_quo', '--jsn']).err).toMatch(/لا يوجد خيار باسم --jsn/);
  });
});

describe('mizan --help', () => {
  it.each([[['--help']], [['run', '--help']], [['ensemble', '--help']], [['merge', '--help']], [['check', '--help']]])(
    '%s',
    async (args) => {
      const { code, out, err } = await mizanHere(args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Usage:');
      const arabic = (await mizanHere([...args, '--lang', 'ar'])).out;
      expect(arabic).toContain('الاستعمال:');
    }
  );
});

describe('mizan run | head', () => {
  it('ends quietly when the reader has seen enough', async () => {
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, ['src/cli/launch.mjs', 'run', 'status_quo', '--until', '2124-10'], {
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((ended) => child.once('close', ended));
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  });
});
