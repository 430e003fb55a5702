import { m } from '#lib/i18n/generated/messages.js';

const NAMES: Record<string, () => string> = {
  'account.invite': m.editor_action_account_invite,
  'account.uninvite': m.editor_action_account_uninvite,
  'account.open': m.editor_action_account_open,
  'account.recover': m.editor_action_account_recover,
  'account.role': m.editor_action_account_role,
  'account.close': m.editor_action_account_close,
  'account.reopen': m.editor_action_account_reopen,
  'account.password': m.editor_action_account_password,
  'account.two_factor': m.editor_action_account_two_factor,
  'census.import': m.editor_action_census_import,
  'census.agreements': m.editor_action_census_agreements,
  'census.edit': m.census_action_edit,
  'census.undo': m.census_action_undo,
  'census.create': m.census_action_create,
  'census.archive': m.census_action_archive,
  'census.restore': m.census_action_restore,
  'census.merge': m.census_action_merge,
  'census.split': m.census_action_split,
  'census.bulk': m.census_action_bulk,
  'census.bulk_undo': m.census_action_bulk_undo,
  'census.propose': m.census_action_propose,
  'census.close_proposal': m.census_action_close_proposal,
  'census.perimeter': m.census_action_perimeter,
  'correction.accept': m.census_action_correction_accept,
  'correction.refuse': m.census_action_correction_refuse,
  'edition.acknowledge': m.publishing_action_acknowledge,
  'deposit.reopen': m.publishing_action_reopen,
  'deposit.keep': m.publishing_action_keep,
  'indicator.save': m.desk_action_indicator_save,
  'indicator.retire': m.desk_action_indicator_retire,
  'indicator.restore': m.desk_action_indicator_restore,
  'text.save': m.desk_action_text_save,
  'text.clear': m.desk_action_text_clear,
  'wave.create': m.editor_action_wave_create,
  'wave.deposit': m.editor_action_wave_deposit,
  'codebook.change': m.editor_action_codebook_change,
  'deposit.decide': m.editor_action_deposit_decide,
  'wave.commit': m.editor_action_wave_commit,
  'wave.publish': m.editor_action_wave_publish,
  'edition.publish': m.editor_action_edition_publish,
  'edition.withdraw': m.editor_action_edition_withdraw
};

/** An event of the audit list in words; one that has no sentence yet is shown as it is written. */
export function actionName(action: string): string {
  return NAMES[action]?.() ?? action;
}
