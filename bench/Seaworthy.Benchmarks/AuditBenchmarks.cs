using BenchmarkDotNet.Attributes;
using Seaworthy.Engine;
using Seaworthy.Model;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Linking;

namespace Seaworthy.Benchmarks;

/// <summary>A repository of two hundred services held in memory: what reading, linking and the whole cost.</summary>
[MemoryDiagnoser]
public class AuditBenchmarks
{
    private const int Services = 200;

    private readonly MemoryRepository repository = new(Files());
    private readonly Deployment deployment;

    public AuditBenchmarks() => deployment = new DeploymentReader().Read(repository).Deployment;

    [Benchmark]
    public object Read() => new DeploymentReader().Read(repository);

    [Benchmark]
    public object Link() => Linker.Link(deployment.Tree, deployment.Artifacts, []);

    [Benchmark]
    public object Whole() => Audit.Run(repository);

    [GlobalCleanup]
    public void End() => repository.Dispose();

    private static List<MemoryFile> Files()
    {
        List<MemoryFile> files = [new("compose.yaml", "services:\n" + string.Concat(Enumerable.Range(0, Services).Select(Service)))];
        for (var index = 0; index < Services; index++)
        {
            var folder = $"services/s{index}/";
            files.Add(
                new MemoryFile(
                    folder + "Dockerfile",
                    "FROM node:22\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nCMD [\"node\", \"server.js\"]\n"
                )
            );
            files.Add(new MemoryFile(folder + "package.json", $$"""{ "name": "s{{index}}", "dependencies": { "express": "4.21.0" } }"""));
            files.Add(
                new MemoryFile(
                    folder + "server.js",
                    "const app = require('express')();\napp.get('/health', (q, r) => r.end());\nfetch(process.env.NEXT_URL + '/health');\napp.listen(process.env.PORT || 3000);\n"
                )
            );
        }

        return files;
    }

    private static string Service(int index) =>
        $"  s{index}:\n    build: services/s{index}\n    ports: [\"{10_000 + index}:3000\"]\n    environment: {{ NEXT_URL: \"http://s{(index + 1) % Services}:3000\" }}\n";
}
