CREATE TABLE `answer_key` (
	`deposit` text PRIMARY KEY NOT NULL,
	`questions` text NOT NULL,
	FOREIGN KEY (`deposit`) REFERENCES `deposit`(`id`) ON UPDATE no action ON DELETE no action
);
