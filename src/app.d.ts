declare global {
  namespace App {
    interface Error {
      message: string;
      /** Stable code from the failure catalogue (`src/lib/domain/errors.ts`). */
      code?: string;
    }
    interface Locals {
      lang: import('#lib/domain/language.ts').Lang;
    }
  }
}
export {};
