CREATE TABLE `deposit_commit` (
	`id` integer PRIMARY KEY NOT NULL,
	`deposit` text NOT NULL,
	`revision` integer NOT NULL,
	`committed_at` text NOT NULL,
	`committed_by` text NOT NULL,
	`codebook_version` integer,
	`decisions` text NOT NULL,
	`summary` text,
	`reopened_at` text NOT NULL,
	`reopened_by` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`deposit`) REFERENCES `deposit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deposit_commit_deposit` ON `deposit_commit` (`deposit`,`id`);--> statement-breakpoint
CREATE TABLE `edition_basis` (
	`sha256` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edition_table_basis` (
	`version` text NOT NULL,
	`table` text NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`version`, `table`),
	FOREIGN KEY (`sha256`) REFERENCES `edition_basis`(`sha256`) ON UPDATE no action ON DELETE no action
);
