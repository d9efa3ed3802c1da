"""A watcher against a newspaper whose server fails at every second answer, and is killed itself."""
