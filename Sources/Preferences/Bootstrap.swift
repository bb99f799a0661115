// The first file of Preferences.
