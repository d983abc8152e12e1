using BenchmarkDotNet.Running;
using Seaworthy.Benchmarks;

// dotnet run --configuration Release --project bench/Seaworthy.Benchmarks -- --filter '*Yaml*'
BenchmarkSwitcher.FromTypes([typeof(ReadingBenchmarks), typeof(AuditBenchmarks)]).Run(args);
