/**
 * Texts of diagnostics in English: what is wrong and what would be right. `{x}` is a piece of the model shown as code,
 * `{x#}` a plain value, `{x@}` a word of `terms`; a part in `<< >>` is left out where its data is absent.
 */
export const messages = {
  // Formulas
  'bad-number': '{text} is no number. Numbers look like 12, 0.05 or 1e-9.',
  'number-too-large': '{text} is greater than the greatest number that can be computed with (about 1.8e308).',
  'dotted-name': 'Formulas write subscripts in square brackets: {instead} in place of {text}.',
  'foreign-symbol': '{text} is no sign of the formula language. Write {instead}.',
  'unexpected-character': 'The character {text} has no meaning in a formula. Remove it.',
  'empty-formula': 'The formula is empty. Write a number or an expression.',
  'too-deep': 'The formula is nested more than {limit#} levels deep. Give its parts names of their own, as variables.',
  'chained-comparison': 'Comparisons cannot be chained. Write “a < b and b < c”.',
  'is-needs-switch': 'Before “is” stands the name of a switch, as in “source is events”.',
  'is-needs-choice': 'After “is” stands one choice of the switch, as in “source is events”.',
  'not-needs-brackets': '“not” binds looser than the operator before it. Put brackets around it: “(not a)”.',
  'bad-subscript': 'Between square brackets stand names of elements, sets or indices, separated by commas.',
  'aggregate-needs-set': '{name} runs over a set: write “{name#}(i in set: …)”.',
  'aggregate-needs-colon': 'After the set a colon is missing: write “{name#}(i in set: …)”.',
  'if-needs-then': 'This “if” has no “then” here. The form is “if … then … else …”.',
  'if-needs-else': 'This “if” has no “else” here. Every “if” needs a value for both cases: “if … then … else …”.',
  'unclosed-bracket': 'The bracket {open} is never closed. Add {close}.',
  'unopened-bracket': 'The bracket {text} closes nothing here. Remove it, or add the one that opens.',
  'formula-ends-early': 'The formula ends where a value is still missing.',
  'unexpected-token': '{text} cannot stand here. An operator or a value is missing before it, or it is too much.',
  // Units
  'bad-unit': '{text} is no unit. Units look like 1, %, month, 1/month, eu/month or person^2.',
  'unknown-unit':
    'There is no unit {name}.<< Did you mean {suggestion}?>> Units of the model’s own are listed under “units” in model.yaml.',
  'power-needs-pure-base':
    'A power with a computed exponent needs a base without unit, but {part} has the unit {unit}. Divide it by a constant of that unit first.',
  'units-disagree': 'The sides of {operator} need the same unit: {left} has {leftUnit}, {right} has {rightUnit}.',
  'argument-unit': '{operator} needs the unit {expected} here, but {part} has {unit}.',
  'equation-unit': 'The formula gives the unit {unit}, but {name} is declared with {expected}.',
  'rate-unit':
    'The rate of the stock {name} needs the unit {expected} (its unit per month), but the formula gives {unit}.',
  'initial-unit': 'The initial value of {name} needs the unit {expected}, but the formula gives {unit}.',
  'event-unit': 'The rate of the event {name} is per year: it needs the unit {expected}, but the formula gives {unit}.',
  'entries-differ-in-unit':
    '{name} has the unit {unit} here and {other} in {file#}, line {line#}. All entries of a quantity share one unit.',
  // Files
  'bad-yaml': 'This is not valid YAML: {reason@}.',
  'duplicate-key': 'The key {key} stands here a second time. Each key may stand once; keep one of them.',
  'missing-file': 'The file {path} is missing.<< There is a file {suggestion}: is that what was meant?>>',
  'missing-field': 'The field {field} is missing here.',
  'unknown-field': 'There is no field {field} here.<< Did you mean {suggestion}?>> Known fields: {known#}.',
  'wrong-value': '<<{field} needs>> {expected@}; found {found}.',
  'bad-version':
    '{text} is no version. A version has three numbers, such as 1.0.0 (in quotes where YAML reads a number).',
  'bad-time-span': 'From {start#} to {end#} is no span of 1 to {most#} months. The end must lie after the start.',
  'bad-step':
    '{text} is no step. A step is a whole part of a month, “1 month” or “1/4 month”, at most {most#} in a month.',
  'bad-save': '{text} cannot be the interval of saving. Results are saved every month: “1 month”.',
  'preset-not-listed':
    'The preset {name} is not in the list “presets” of model.yaml, so nobody can choose it. Add it there or remove the file.',
  'unknown-sector':
    'There is no sector {name}.<< Did you mean {suggestion}?>> Sectors are listed under “sectors” in model.yaml.',
  // Names
  'reserved-name': '{name} is a word of the formula language and cannot be a name. Choose another.',
  'name-twice': '{name} names a {kind@} here and a {other@} in {file#}, line {line#}. Give one of them another name.',
  'entries-differ':
    '{name} has {count#} subscripts here and {other#} in {file#}, line {line#}. All entries of a name need the same number.',
  'cell-twice':
    '{cell} is defined twice: here and in {file#}, line {line#}. Each cell may be covered by one entry only.',
  'too-many-cells': '{name} would have {count#} cells. A model may have {most#} in all.',
  'unknown-name': 'There is nothing called {name} in this model.<< Did you mean {suggestion}?>>',
  'unknown-cell': 'There is no cell {cell} of this kind ({kinds@}).<< Did you mean {suggestion}?>>',
  'unknown-subscript': '{name} is neither a set nor an element.<< Did you mean {suggestion}?>>',
  'unknown-set': 'There is no set {name}.<< Did you mean {suggestion}?>>',
  'unknown-element': '{name} is not in {set}, which holds: {known#}.<< Did you mean {suggestion}?>>',
  'unknown-input': 'There is no input {name}.<< Did you mean {suggestion}?>>',
  'unknown-group': 'There is no group {name}.<< Did you mean {suggestion}?>><< Known groups: {known#}.>>',
  'unknown-event': 'There is no event {name}.<< Did you mean {suggestion}?>>',
  'unknown-switch': 'There is no switch {name}.<< Did you mean {suggestion}?>>',
  'unknown-choice': 'The switch {switch} has no choice {choice}.<< Did you mean {suggestion}?>> Its choices: {known#}.',
  'unknown-function': 'There is no function {name}.<< Did you mean {suggestion}?>>',
  'unknown-lookup':
    'The second argument of “lookup” is the name of a table under “lookups”; {name} is none.<< Did you mean {suggestion}?>>',
  'unknown-source': 'There is no source {name} in sources.yaml.<< Did you mean {suggestion}?>>',
  'unknown-claim': 'There is no claim {name} in claims.yaml.<< Did you mean {suggestion}?>>',
  'unknown-check': 'There is no check {name} in checks.yaml.<< Did you mean {suggestion}?>>',
  'unknown-output': '{name} is no output of desk.yaml.<< Did you mean {suggestion}?>>',
  'unknown-scenario':
    'There is no scenario and no function {name}.<< Did you mean {suggestion}?>> Scenarios are the presets and those of checks.yaml.',
  'quantity-called':
    '{name} is a quantity, not a function. Subscripts stand in square brackets, and products need “*”.',
  'argument-count': 'Number of arguments of {name}: {allowed#} needed, {count#} given.',
  'function-not-here':
    '{name} keeps a memory or draws by chance, which is not possible in {role@}. Make it a variable of its own.',
  'lookup-as-value': '{name} is a table, not a value. Write “lookup(x, {name#})”.',
  'switch-as-value': '{name} is a switch, not a value. Write “{name#} is …” with one of its choices.',
  'initial-reads':
    'An initial value may read parameters, constants and inputs only; {name} is something else ({kind@}).',
  // Sets and cells
  'set-named-like-element':
    'The set {name} has the name of an element. Subscripts would be ambiguous: rename one of them.',
  'element-twice': 'The element {name} stands twice in the set {set}. Keep one.',
  'listed-twice': '{name} is listed twice. Keep one.',
  'axis-twice':
    'The set {set} stands twice on the left. Two axes over the same elements need two set names: define a second set with the same elements.',
  'subscript-count': 'Number of subscripts of {name}: {expected#} needed, {count#} given.',
  'row-subscripts':
    'Number of elements in the row {row}: {expected#} needed, {count#} given. Join one element for each subscript by dots.',
  'set-not-on-left':
    'The set {set} does not stand on the left of this formula. Name one element, or sum over the set: “sum(i in {set#}: …)”.',
  'index-shadows':
    'The index {index} has the name of a set, an element, another index or a word of the language. Choose another, such as a single letter.',
  'cell-missing': '{cell} is not defined, and {for} needs it. Defined are: {known#}.',
  'missing-initial': 'The cell {cell} has no initial value. Add a row for it.',
  loop: 'These equations need each other at the same time: {loop}. Break the loop with a stock, or with smooth or delay1 and an initial value.',
  // Values
  'empty-range': 'The range from {low#} to {high#} holds nothing. The least value comes first.',
  'default-outside-range': 'The default {value#} of {name} lies outside its range, {low#} to {high#}.',
  'value-outside-range': 'The value {value#} of {name} lies outside its range, {low#} to {high#}.',
  'not-positive': '{field} must not be {value#}: a number above 0 is needed.',
  'shape-needs-range': 'The shape {shape} needs a range. Add “range: [low, high]”, or use the shape “fixed”.',
  'log-needs-positive': 'A log-triangular range must begin above 0, not at {low#}.',
  'lookup-not-increasing': 'The x of the table {name} must increase: {value#} follows {before#}.',
  'lookup-lengths': 'The table {name} has {x#} x but {y#} y. It needs as many of each.',
  'bad-magnitude':
    'The magnitude [{text#}] is no triangle: low, mode and high must not decrease and must lie from 0 to 1.',
  'bad-effect': '{text} is no effect. Effects look like “up violence 1” or “down trust 0.2”: direction, stock, factor.',
  'effect-too-strong':
    'The factor {factor#} times the greatest magnitude {high#} is more than 1: the stock could leave its range. Lower one of them.',
  'bad-dated-effect':
    '{text} is no effect of a dated event. Effects look like “up violence 0.15”, “down trust 0.3” or “set oil_blockade 0.6”: what, stock, amount from 0 to 1.',
  'month-outside': '{text} lies outside the time from {start#} to {end#}.',
  'values-a-year': '{name} needs one value a year, {expected#} from {first#} to {last#}; found {count#}.',
  'history-outside-range': '{value#} lies outside the range of {name}, {low#} to {high#}.',
  // Evidence, texts, checks
  'missing-sources':
    '{name} does not say where its value comes from. Add “sources”, with keys of sources.yaml or judgement.',
  'missing-pedigree': '{name} does not say how well founded it is. Add “pedigree”, 0 (guess) to 4 (well established).',
  'missing-text':
    'There is no text for {name} under {section}.<< The entry {suggestion} belongs to nothing: was it meant?>>',
  'text-without-id': 'The text {name} under {section} belongs to nothing in the model.<< Did you mean {suggestion}?>>',
  unused: 'The {kind@} {name} is used nowhere. Use it or remove it.',
  'bad-check-month': 'A month in a check is a whole number from 0 to {months#}.',
  'scenario-call': 'Write “{name#}(cell)” for the value at the end, or “{name#}(cell, month)”.',
  'unknown-node': 'There is no group, quantity or cell {name} that could be a node.<< Did you mean {suggestion}?>>',
  'bad-topology':
    '{path} is no TopoJSON that a map can be drawn from. It needs arcs, and objects {objects#} whose shapes have ids.',
  'unknown-shape': 'There is no shape {name} among the {object#} of the topology.<< Did you mean {suggestion}?>>',
  'no-cell-there': '{name} has no cell for {element}, so the map has nothing to show there.',
  'not-a-link': 'The equation of {to} does not read {from}. A path has to name every step between two quantities.',
  'unknown-loop': 'There is no loop {name} under loops.<< Did you mean {suggestion}?>>',
  'bad-bend': '{text} names no arrow of this diagram. Write “a > b” with two of its nodes.',
  'loop-without-path': 'The loop {name} has no path. Add “paths”, or say “kind: self”.',
  'peak-call': 'Write “peak(scenario(cell), month)”: the greatest value after that month.'
} as const;

/** Words that messages put in: kinds of things, what a field expects, what is wrong with YAML. */
export const terms: Readonly<Record<string, string>> = {
  input: 'input',
  composite: 'composite input',
  constant: 'constant',
  switch: 'switch',
  parameter: 'parameter',
  lookup: 'table',
  stock: 'stock',
  variable: 'variable',
  set: 'set',
  time: 'time',
  equation: 'an equation',
  rate: 'a rate',
  initial: 'an initial value',
  event: 'the rate of an event',
  check: 'a check',
  text: 'a text',
  filled: 'something (it is empty)',
  number: 'a number',
  whole: 'a whole number',
  truth: 'true or false',
  list: 'a list',
  map: 'a mapping (key: value)',
  range: 'two numbers, [least, greatest]',
  pair: 'two numbers, [column, row]',
  triple: 'three numbers, [low, mode, high]',
  'two-or-more': 'at least two entries',
  name: 'a name of letters, digits and _ that begins with a letter',
  id: 'lower-case letters, digits and hyphens',
  cell: 'the id of a cell, elements joined by dots (influence_share.us.east)',
  'left-side': 'a name, with subscripts in brackets where it has some (capital[patron, bloc])',
  month: 'a month, YYYY-MM',
  date: 'a date, YYYY-MM or YYYY-MM-DD',
  year: 'a year, YYYY',
  formula: 'a formula',
  url: 'an address that begins with https://',
  doi: 'a DOI, 10.…/…',
  choice: 'one of: %',
  between: 'a number from %',
  ALIAS_PROPS: 'an alias carries a tag or an anchor',
  BAD_ALIAS: 'an alias (*name) is malformed',
  BAD_DIRECTIVE: 'a directive is malformed',
  BAD_DQ_ESCAPE: 'there is no such escape in double quotes; use single quotes, or double the backslash',
  BAD_INDENT: 'the indentation does not fit the lines before',
  BAD_PROP_ORDER: 'anchor and tag stand in the wrong place',
  BAD_SCALAR_START: 'a text cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second “: ” stands in one line, or a nested block begins there; put the text in quotes',
  BLOCK_IN_FLOW: 'a block (>, | or -) cannot stand inside { } or [ ]',
  IMPOSSIBLE: 'it cannot be read here',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a closing quote, bracket, comma or colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; is a colon missing, or the indentation wrong?',
  MULTIPLE_ANCHORS: 'there are two anchors on one value',
  MULTIPLE_DOCS: 'one file holds one document; remove the line ---',
  MULTIPLE_TAGS: 'there are two tags on one value',
  NON_STRING_KEY: 'a key must be a text',
  TAB_AS_INDENT: 'a tab stands where spaces must; indent with spaces',
  TAG_RESOLVE_FAILED: 'a tag (!) is unknown; remove it',
  UNEXPECTED_TOKEN: 'this does not fit here; texts with special characters need quotes',
  BAD_COLLECTION_TYPE: 'a tag does not fit its value',
  TOO_DEEP: 'it is nested too deep, or its aliases multiply without end'
};
