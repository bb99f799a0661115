// The first file of DashboardRuntimeTests.
