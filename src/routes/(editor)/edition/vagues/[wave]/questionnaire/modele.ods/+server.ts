import { templateResponse } from '../template-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => templateResponse(event, 'ods');
