"""Settings of all tests."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how long an example takes is of benchmarks/, not of tests
settings.load_profile("untimed")
