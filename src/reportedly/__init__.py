"""What in the world is happening? From reports to a dossier that can be checked."""
