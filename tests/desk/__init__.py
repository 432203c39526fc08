"""What an editor does at the desk."""
