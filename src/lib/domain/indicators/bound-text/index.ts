export { availableNumbers, type AvailableNumber } from './available.ts';
export { bindText, type BoundText } from './bind.ts';
export { checkText } from './check.ts';
export { MEMBERS, parsePlaceholder, type Placeholder } from './placeholder.ts';
export { TEXT_PROBLEMS, type TextProblem } from './problem.ts';
