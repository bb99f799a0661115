// The first file of Themes.
