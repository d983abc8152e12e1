using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>Reads tsconfig*.json and jsconfig.json.</summary>
internal sealed class TsConfigReader : Reader
{
    public override bool Accepts(string path) =>
        Path.GetFileName(path) is var name
        && name.EndsWith(".json", StringComparison.Ordinal)
        && (
            name.StartsWith("tsconfig.", StringComparison.Ordinal)
            || name.StartsWith("tsconfig-", StringComparison.Ordinal)
            || name == "jsconfig.json"
        );

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        var options = tree.Root?["compilerOptions"];
        return new TsConfig(file.File)
        {
            // An empty one is as good as "{}".
            Problems = [.. tree.Problems.Where(problem => problem.Kind != ProblemKind.Empty)],
            Extends = tree.Root?["extends"] is ScalarNode { Fact: { } one } ? [one] : tree.Root?["extends"]?.Texts ?? [],
            BaseUrl = options?["baseUrl"]?.Fact,
            OutDir = options?["outDir"]?.Fact,
            RootDir = options?["rootDir"]?.Fact,
            Module = options?["module"]?.Fact,
            NoEmit = Switch(options, "noEmit"),
            IsComposite = Switch(options, "composite"),
            AllowsJs = Switch(options, "allowJs"),
            WritesOtherwise = options?["outFile"] is not null || Switch(options, "emitDeclarationOnly") == true,
            Paths = [.. from entry in options?["paths"]?.Entries ?? [] select new PathAlias(entry.Key, entry.Value.Texts, entry.Span)],
            Files = tree.Root?["files"]?.Texts,
            Include = tree.Root?["include"]?.Texts,
            Exclude = tree.Root?["exclude"]?.Texts,
        };
    }

    private static bool? Switch(Node? options, string name) =>
        options?[name]?.Text switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
}
