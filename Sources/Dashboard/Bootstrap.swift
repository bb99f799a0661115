// The first file of Dashboard.
