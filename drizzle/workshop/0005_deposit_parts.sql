CREATE TABLE `deposit_part` (
	`deposit` text NOT NULL,
	`number` integer NOT NULL,
	`deflated` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`deposit`, `number`),
	FOREIGN KEY (`deposit`) REFERENCES `deposit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `deposit_part` (`deposit`, `number`, `deflated`, `bytes`)
WITH RECURSIVE piece(`id`, `number`) AS (
	SELECT `id`, 0 FROM `deposit`
	UNION ALL
	SELECT piece.`id`, piece.`number` + 1 FROM piece JOIN `deposit` ON `deposit`.`id` = piece.`id` WHERE (piece.`number` + 1) * 1048576 < length(`deposit`.`bytes`)
)
SELECT piece.`id`, piece.`number`, 0, substr(`deposit`.`bytes`, piece.`number` * 1048576 + 1, 1048576) FROM piece JOIN `deposit` ON `deposit`.`id` = piece.`id`;
--> statement-breakpoint
ALTER TABLE `deposit` DROP COLUMN `bytes`;