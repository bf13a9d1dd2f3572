/** The door of the scenario room: scenarios, their changes, links, files, fingerprints and notices. */
export type { EnsembleSettings, ForcedEvent, Notice, Profile, Ramp, Scenario, Settings } from './scenario';
export { inputRange, initialRange, magnitudeRange, membersOf, parameterRange, type Interval } from './catalogue';
export {
  caseInputs,
  caseScenario,
  type Alternative,
  type Cases,
  type Factor,
  type Futures,
  type QuantileOf
} from './cases';
export { canonical, standardSettings, statusQuo, type Draft, type SettingsDraft } from './canonical';
export { samplings, standardEnsemble, uncertainties } from './ensemble';
export {
  withEnsemble,
  withEvents,
  withInitial,
  withNote,
  withParameter,
  withProfile,
  withSettings,
  withSwitch,
  withTitle
} from './change';
export { defaultOf, inputAt, isChanged, isStatusQuo, profileOf } from './inspect';
export { goTo, profileAt, sameCourse, sameProfile } from './profile';
export { diff, type Difference } from './diff';
export { dateOf, monthOf } from './dates';
export { toRunInputs, type RunInputs } from './run-inputs';
export {
  decodeLink,
  encodeLink,
  linkFits,
  storedBounds,
  wholeLink,
  type DecodedLink,
  type LinkBounds,
  type LinkModels
} from './link';
export { reservedKeys, type LinkExtras, type ReservedKey } from './link-syntax';
export { limits } from './limits';
export { parseScenario, toDocument } from './document';
export { readScenarioFile, writeScenarioFile, type FileForm, type ReadFile } from './file';
export { fingerprint } from './fingerprint';
export { describeNotice, noticeCodes, type NoticeCode } from './messages';
