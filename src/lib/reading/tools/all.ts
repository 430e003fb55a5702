import { formbricks } from './formbricks.ts';
import { framaforms } from './framaforms.ts';
import { googleForms } from './google-forms.ts';
import { grist } from './grist.ts';
import { limesurvey } from './limesurvey/tool.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { nextcloudForms } from './nextcloud-forms.ts';
import { qualtrics } from './qualtrics.ts';
import { sphinx } from './sphinx.ts';
import { tally } from './tally.ts';
import type { Tool } from './tool.ts';
import { typeform } from './typeform.ts';
import { kobo } from './xlsform/kobo.ts';
import { odkCentral } from './xlsform/odk-central.ts';
import { ona } from './xlsform/ona.ts';

/** Every tool that is recognised, the most distinctive first. One row per tool. */
export const TOOLS: Tool[] = [
  qualtrics,
  odkCentral,
  ona,
  kobo,
  framaforms,
  limesurvey,
  typeform,
  tally,
  formbricks,
  nextcloudForms,
  microsoftForms,
  googleForms,
  sphinx,
  grist
];
