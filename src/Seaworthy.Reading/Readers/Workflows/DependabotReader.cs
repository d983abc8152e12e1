using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads <c>.github/dependabot.yml</c>.</summary>
/// <remarks>Source: GitHub Docs, "Dependabot options reference".</remarks>
internal sealed class DependabotReader : Reader
{
    public override bool Accepts(string path) => path is ".github/dependabot.yml" or ".github/dependabot.yaml";

    public override Artifact? Read(FileSyntax file) =>
        new DependabotConfiguration(file.File)
        {
            Updates = [.. (file.Yaml.Root?["updates"]?.Items ?? []).Select(Update).OfType<DependabotUpdate>()],
            Problems = file.Yaml.Problems,
        };

    private static DependabotUpdate? Update(Node node) =>
        node["package-ecosystem"]?.Fact is { } ecosystem
            ? new DependabotUpdate(
                ecosystem,
                [.. node["directory"].Texts() ?? [], .. node["directories"].Texts() ?? []],
                node.At("schedule", "interval")?.Fact
            )
            : null;
}
