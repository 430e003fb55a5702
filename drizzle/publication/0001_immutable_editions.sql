CREATE TRIGGER `edition_initiative_no_update` BEFORE UPDATE ON `edition_initiative` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_initiative_no_delete` BEFORE DELETE ON `edition_initiative` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_initiative_no_late_insert` BEFORE INSERT ON `edition_initiative` WHEN EXISTS (SELECT 1 FROM `edition` WHERE `version` = NEW.`version`) BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_wave_no_update` BEFORE UPDATE ON `edition_wave` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_wave_no_delete` BEFORE DELETE ON `edition_wave` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_wave_no_late_insert` BEFORE INSERT ON `edition_wave` WHEN EXISTS (SELECT 1 FROM `edition` WHERE `version` = NEW.`version`) BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_table_no_update` BEFORE UPDATE ON `edition_table` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_table_no_delete` BEFORE DELETE ON `edition_table` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_table_no_late_insert` BEFORE INSERT ON `edition_table` WHEN EXISTS (SELECT 1 FROM `edition` WHERE `version` = NEW.`version`) BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_text_no_update` BEFORE UPDATE ON `edition_text` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_text_no_delete` BEFORE DELETE ON `edition_text` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_text_no_late_insert` BEFORE INSERT ON `edition_text` WHEN EXISTS (SELECT 1 FROM `edition` WHERE `version` = NEW.`version`) BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_no_delete` BEFORE DELETE ON `edition` BEGIN SELECT RAISE(ABORT, 'a published edition is withdrawn, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_only_withdrawn` BEFORE UPDATE OF `version`, `year`, `number`, `published_at`, `title`, `note`, `content_hash` ON `edition` BEGIN SELECT RAISE(ABORT, 'a published edition never changes'); END;
