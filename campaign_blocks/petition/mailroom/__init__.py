"""What staff see of mail: the outbox, previews, updates to signers, mailboxes that get none."""
