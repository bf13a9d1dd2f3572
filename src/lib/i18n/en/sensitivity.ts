export const sensitivity = {
  title: 'What matters',
  pageTitle: (model: string) => `What matters · ${model} · Mizan`,
  pageDescription: (model: string) =>
    `What the outputs of the model ${model} hang on: screening, shares of variance and swings over all inputs and uncertain quantities.`,
  lead: 'Every input and every uncertain number of the model is moved over its range, many at once. What an output then depends on, alone and together with others, can be measured.'
};
