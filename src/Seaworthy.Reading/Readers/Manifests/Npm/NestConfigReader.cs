using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>Reads nest-cli.json.</summary>
internal sealed class NestConfigReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) is "nest-cli.json" or ".nest-cli.json" or ".nestcli.json";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        var options = tree.Root?["compilerOptions"];
        return new NestConfig(file.File)
        {
            Problems = [.. tree.Problems.Where(problem => problem.Kind != ProblemKind.Empty)],
            TsConfigPath = options?["tsConfigPath"]?.Fact,
            UsesCompiler =
                tree.Root?["monorepo"]?.Text != "true"
                && tree.Root?["projects"] is null
                && options?["webpack"]?.Text != "true"
                && (options?["builder"]?.Text ?? options?["builder"]?["type"]?.Text) is null or "tsc",
        };
    }
}
