"""Many runs: a batch over a folder. It calls the main job in processes of its own."""
