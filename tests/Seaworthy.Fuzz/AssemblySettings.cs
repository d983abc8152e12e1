// Times are compared with each other: one test at a time.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
