CREATE TABLE `deposit_decision` (
	`id` integer PRIMARY KEY NOT NULL,
	`deposit` text NOT NULL,
	`revision` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`changes` text NOT NULL,
	`undoes` integer,
	FOREIGN KEY (`deposit`) REFERENCES `deposit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deposit_decision_deposit` ON `deposit_decision` (`deposit`,`id`);--> statement-breakpoint
CREATE TABLE `deposit_job` (
	`deposit` text PRIMARY KEY NOT NULL,
	`step` text NOT NULL,
	`done` real NOT NULL,
	`status` text NOT NULL,
	`started_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`deposit`) REFERENCES `deposit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `remembered_decision` (
	`tool` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`wave` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`tool`, `kind`, `key`)
);
