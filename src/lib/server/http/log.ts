import { pino } from 'pino';
import { settings } from '../settings.ts';

/** The application's log, one JSON object a line on the error output: what is served stays on its own. */
export const log = pino({ level: settings.logLevel }, pino.destination(2));
