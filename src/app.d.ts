declare global {
  namespace App {
    interface Error {
      message: string;
      /** Stable code from the failure catalogue (`src/lib/domain/errors.ts`). */
      code?: string;
      /** The page belongs to a withdrawn edition: which one, and where to read on when another is online. */
      withdrawn?: { version: string; replacement?: { version: string; path: string; samePage: boolean } };
    }
    interface PageData {
      /** Objectives with their names, on pages that show those of an initiative. */
      objectives?: import('#lib/domain/census/objectives.ts').Objective[];
    }
    interface Locals {
      lang: import('#lib/domain/language.ts').Lang;
      /** Edition of a public request: the one its address is pinned to, else the newest. */
      edition?: import('#lib/domain/confidentiality/edition.ts').EditionSummary | undefined;
      /** The address names an edition and will never change. */
      pinned?: boolean;
      /** Why the edition that the address names cannot be shown. */
      failure?: import('#lib/domain/errors.ts').DomainError | undefined;
      /** The edition to read instead of the withdrawn one that the address names. */
      replacement?: import('#lib/domain/confidentiality/edition.ts').EditionSummary | undefined;
      /** Who is signed in; read on the editor's side only. */
      account?: import('#lib/server/accounts/session.ts').Account | undefined;
    }
  }
}
export {};
