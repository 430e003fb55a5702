import { serve } from './src/bin/serve/serve.mjs';

await serve();
