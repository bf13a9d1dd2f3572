/** Links, drafts, notices and what can go wrong with a run. */
export const sharing = {
  copied: 'Link copied. It opens this scenario with the same numbers.',
  copyByHand: 'Copy this link',
  copyByHandLead: 'The browser did not let the page copy by itself.',
  opened: 'The linked scenario is open.',
  sameResult: 'Same result as when the link was made.',
  otherResult: 'The result differs from the one that the link was made with: the model has changed since.',
  olderVersion: (version: string) =>
    `This link was made with version ${version} of the model, and that version is run here.`,
  versionSame: (version: string) => `The current version, ${version}, gives the same headline figures for it.`,
  versionDiffers: 'The model has changed since; here is the difference for the scenario of the link.',
  version: (version: string) => `Version ${version}`,
  difference: 'Difference',
  toVersion: (version: string) => `Go on with version ${version}`,
  notices: 'Part of the link could not be applied.',
  noticesLead: 'The rest of it is shown.',
  draftFound: 'You left a scenario here.',
  draftRestore: 'Open it',
  draftDiscard: 'Leave it',
  runStopped: 'The run stopped',
  runStoppedText: (quantity: string, value: string, month: string) =>
    `${quantity} left the range of finite numbers (${value}) in ${month}. The figures show the last run that went through.`,
  runStoppedEquation: 'Its equation',
  runStoppedAdvice: 'Undo the last change, or move the input that you changed back towards its default.',
  simulatorFailed: 'The simulator could not run',
  simulatorFailedText: 'The figures show the last run that went through. Your scenario is kept.',
  tryAgain: 'Try again'
};
