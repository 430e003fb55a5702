import { limesurvey } from './limesurvey/tool.ts';
import type { Tool } from './tool.ts';

/** Every tool that is recognised, the most distinctive first. One row per tool. */
export const TOOLS: Tool[] = [limesurvey];
