// The first file of DashboardTests.
