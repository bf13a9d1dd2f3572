export const evidence = {
  label: 'What the model rests on',
  /** In what is opened beside a thing of the desk: leads to its place under /model. */
  aboutName: 'Equation, sources and use',
  pages: {
    model: 'Equations and parameters',
    loops: 'Loops',
    checks: 'Behaviour checks',
    backtest: 'Backtest',
    message: 'Sensitivity of the message',
    documentation: 'Documentation'
  }
};
