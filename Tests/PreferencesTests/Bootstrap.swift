// The first file of PreferencesTests.
