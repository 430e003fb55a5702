CREATE TABLE `census_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`filename` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	`status` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`closed_at` text,
	`closed_by` text
);
--> statement-breakpoint
CREATE TABLE `change_detail` (
	`change` integer PRIMARY KEY NOT NULL,
	`as_of` text,
	`confidence` text,
	`correction` text,
	`undoes` integer,
	FOREIGN KEY (`change`) REFERENCES `initiative_change`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undoes`) REFERENCES `initiative_change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative` text NOT NULL,
	`what` text NOT NULL,
	`how` text NOT NULL,
	`lang` text NOT NULL,
	`at` text NOT NULL,
	`status` text NOT NULL,
	`token_hash` text NOT NULL,
	`address_hash` text,
	`answer` text,
	`decided_at` text,
	`decided_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `correction_token_hash_unique` ON `correction` (`token_hash`);--> statement-breakpoint
CREATE INDEX `correction_status` ON `correction` (`status`,`at`);--> statement-breakpoint
CREATE INDEX `correction_address` ON `correction` (`address_hash`,`at`);--> statement-breakpoint
CREATE TABLE `initiative_state` (
	`initiative` text PRIMARY KEY NOT NULL,
	`archived_at` text NOT NULL,
	`archived_by` text NOT NULL,
	`merged_into` text,
	FOREIGN KEY (`initiative`) REFERENCES `initiative`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`merged_into`) REFERENCES `initiative`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `initiative_state_merged_into` ON `initiative_state` (`merged_into`);--> statement-breakpoint
CREATE TABLE `perimeter_definition` (
	`version` integer PRIMARY KEY NOT NULL,
	`since` text NOT NULL,
	`initiative` text NOT NULL,
	`caisse` text NOT NULL,
	`note` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL
);
