using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Composer;

/// <summary>Reads what composer.lock demands of PHP itself.</summary>
internal sealed class ComposerLockReader : Reader
{
    private const string Prefix = "ext-";

    public override bool Accepts(string path) => Path.GetFileName(path) == "composer.lock";

    public override Artifact? Read(FileSyntax file)
    {
        if (file.Json.Root is not MappingNode root)
        {
            return null;
        }

        List<Node> packages = [.. root["packages"]?.Items ?? []];
        List<Node> tools = [.. root["packages-dev"]?.Items ?? []];
        var provided = packages
            .Concat(tools)
            .SelectMany(package => (package["provide"]?.Entries ?? []).Concat(package["replace"]?.Entries ?? []))
            .Select(entry => entry.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ComposerLock(file.File)
        {
            HasPackages = packages.Count > 0,
            Runtimes = Php(packages),
            ToolRuntimes = Php(tools),
            Extensions =
            [
                .. packages
                    .SelectMany(package => Of(package, isTool: false))
                    .Concat(tools.SelectMany(package => Of(package, isTool: true)))
                    .Where(extension => !provided.Contains(Prefix + extension.Name.Value)),
            ],
        };
    }

    private static IReadOnlyList<RuntimeRequirement> Php(IEnumerable<Node> packages) =>
        [
            .. packages
                .SelectMany(package => package["require"]?.Entries ?? [])
                .Where(entry => entry.Key == "php" && entry.Value.Text is not null)
                .Select(entry => new RuntimeRequirement("php", entry.Value.Text ?? "", entry.Span))
                .DistinctBy(requirement => requirement.Version),
        ];

    private static IEnumerable<ComposerExtension> Of(Node package, bool isTool) =>
        from entry in package["require"]?.Entries ?? []
        where entry.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        select new ComposerExtension(
            new Fact<string>(entry.Key[Prefix.Length..].ToLowerInvariant(), entry.Span),
            package["name"]?.Text ?? "",
            isTool
        );
}
