const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

export type FileFormat = keyof typeof TYPES;

export const isFileFormat = (text: string): text is FileFormat => Object.hasOwn(TYPES, text);

/**
 * A file or an answer of the API: any site may read it. Spreadsheet files are to be saved under `name`; JSON is shown.
 */
export function fileResponse(body: string | Uint8Array, format: FileFormat, name: string): Response {
  const saved = format === 'csv' || format === 'xlsx' || format === 'geojson';
  return new Response(body as BodyInit, {
    headers: {
      'content-type': TYPES[format],
      'access-control-allow-origin': '*',
      ...(saved ? { 'content-disposition': `attachment; filename="${name}.${format}"` } : {})
    }
  });
}
