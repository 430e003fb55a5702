CREATE TABLE `edition` (
	`version` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`published_at` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`status` text NOT NULL,
	`withdrawn_at` text,
	`withdrawal_reason` text,
	`successor` text,
	`content_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edition_initiative` (
	`version` text NOT NULL,
	`slug` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`version`, `slug`)
);
--> statement-breakpoint
CREATE TABLE `edition_table` (
	`version` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`indicator` text NOT NULL,
	`breakdown` text,
	`wave` text NOT NULL,
	`measure` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`version`, `id`)
);
--> statement-breakpoint
CREATE INDEX `edition_table_indicator` ON `edition_table` (`version`,`indicator`);--> statement-breakpoint
CREATE TABLE `edition_text` (
	`version` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`version`, `key`)
);
--> statement-breakpoint
CREATE TABLE `edition_wave` (
	`version` text NOT NULL,
	`wave` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`version`, `wave`)
);
