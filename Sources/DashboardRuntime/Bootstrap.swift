// The first file of DashboardRuntime.
