export const evidence = {
  label: 'What the model rests on',
  pages: {
    model: 'Equations and parameters',
    loops: 'Loops',
    checks: 'Behaviour checks',
    backtest: 'Backtest',
    message: 'Sensitivity of the message',
    documentation: 'Documentation'
  }
};
