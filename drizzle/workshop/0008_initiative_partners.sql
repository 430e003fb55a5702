ALTER TABLE `initiative` ADD `partners` text;--> statement-breakpoint
ALTER TABLE `initiative` ADD `links` text;