CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_event_subject` ON `audit_event` (`subject`);--> statement-breakpoint
CREATE TABLE `census_import` (
	`id` integer PRIMARY KEY NOT NULL,
	`filename` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	`rows` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `census_import_sha256_unique` ON `census_import` (`sha256`);--> statement-breakpoint
CREATE TABLE `codebook` (
	`wave` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`wave`, `version`),
	FOREIGN KEY (`wave`) REFERENCES `wave`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deposit` (
	`id` text PRIMARY KEY NOT NULL,
	`wave` text NOT NULL,
	`filename` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob NOT NULL,
	`status` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`decisions` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`committed_at` text,
	`committed_by` text,
	`codebook_version` integer,
	`summary` text,
	FOREIGN KEY (`wave`) REFERENCES `wave`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deposit_wave_sha256` ON `deposit` (`wave`,`sha256`);--> statement-breakpoint
CREATE TABLE `edition_intent` (
	`version` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`content_hash` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`settled_at` text,
	CONSTRAINT "edition_intent_version" CHECK("edition_intent"."version" like '____.%')
);
--> statement-breakpoint
CREATE TABLE `text` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` text PRIMARY KEY NOT NULL,
	`definition` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `initiative` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`provenance` text NOT NULL,
	`territory` text NOT NULL,
	`started_on` text,
	`ended_on` text,
	`lead_name` text,
	`lead_type` text NOT NULL,
	`participants` integer,
	`participants_unit` text,
	`participants_as_of` text,
	`contribution` text,
	`allocation` text,
	`funding_facts` text,
	`confidence` text,
	`sources` text NOT NULL,
	`verified_on` text
);
--> statement-breakpoint
CREATE TABLE `initiative_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`initiative` text NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`reason` text NOT NULL,
	`source` text
);
--> statement-breakpoint
CREATE INDEX `initiative_change_initiative` ON `initiative_change` (`initiative`,`id`);--> statement-breakpoint
CREATE TABLE `initiative_identifier` (
	`initiative` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`wave` text NOT NULL,
	PRIMARY KEY(`initiative`, `kind`, `value`),
	FOREIGN KEY (`initiative`) REFERENCES `initiative`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `initiative_place` (
	`initiative` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`commune` text,
	`commune_name` text,
	`departement` text NOT NULL,
	`region` text NOT NULL,
	`epci` text,
	`longitude` real NOT NULL,
	`latitude` real NOT NULL,
	`precision` text NOT NULL,
	PRIMARY KEY(`initiative`, `position`),
	FOREIGN KEY (`initiative`) REFERENCES `initiative`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `initiative_place_departement` ON `initiative_place` (`departement`);--> statement-breakpoint
CREATE TABLE `response` (
	`id` integer PRIMARY KEY NOT NULL,
	`wave` text NOT NULL,
	`initiative` text NOT NULL,
	`deposit` text NOT NULL,
	`row` integer NOT NULL,
	`submitted_at` text,
	`answers` text NOT NULL,
	FOREIGN KEY (`wave`) REFERENCES `wave`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`initiative`) REFERENCES `initiative`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deposit`) REFERENCES `deposit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_wave_initiative` ON `response` (`wave`,`initiative`);--> statement-breakpoint
CREATE INDEX `response_deposit` ON `response` (`deposit`);--> statement-breakpoint
CREATE TABLE `wave` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text NOT NULL,
	`provenance` text NOT NULL,
	`status` text NOT NULL,
	`codebook_version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wave_frame` (
	`wave` text NOT NULL,
	`initiative` text NOT NULL,
	PRIMARY KEY(`wave`, `initiative`),
	FOREIGN KEY (`wave`) REFERENCES `wave`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`initiative`) REFERENCES `initiative`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` text,
	`refresh_token_expires_at` text,
	`scope` text,
	`password` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`recipient` text,
	`invited_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`used_by` text,
	`revoked_at` text,
	FOREIGN KEY (`invited_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`used_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` text NOT NULL,
	`token` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	`impersonated_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factor_user` ON `two_factor` (`user_id`);--> statement-breakpoint
CREATE INDEX `two_factor_secret` ON `two_factor` (`secret`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`role` text,
	`banned` integer DEFAULT false,
	`ban_reason` text,
	`ban_expires` text,
	`two_factor_enabled` integer DEFAULT false
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);