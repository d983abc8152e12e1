using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Rust;

/// <summary>The dependency tables of Cargo.toml.</summary>
/// <remarks>Source: The Cargo Book, "Specifying Dependencies".</remarks>
internal static class CargoDependencies
{
    private static readonly DependencySection[] Sections =
    [
        new("dependencies", DependencyKind.Runtime),
        new("dev-dependencies", DependencyKind.Development),
        new("build-dependencies", DependencyKind.Build),
    ];

    public static IEnumerable<Dependency> Read(Node? root) =>
        Tables(root, null).Concat(root?["target"]?.Entries.SelectMany(target => Tables(target.Value, target.Key)) ?? []);

    public static IEnumerable<Dependency> Section(Node? table, DependencyKind kind, string? target) =>
        from entry in table?.Entries ?? []
        select One(entry, kind) with
        {
            Condition = target,
        };

    private static IEnumerable<Dependency> Tables(Node? node, string? target) =>
        Sections.SelectMany(section => Section(node?[section.Key], section.Kind, target));

    private static Dependency One(NodeEntry entry, DependencyKind kind)
    {
        var value = entry.Value;
        var (source, location) = Source(value);
        var optional = value["optional"]?.Text == "true";
        return new Dependency(
            entry.Key,
            value.Text ?? value["version"]?.Text,
            optional ? DependencyKind.Optional : kind,
            source,
            entry.Span
        )
        {
            Location = location,
            RealName = value["package"]?.Text,
            Features = [.. value["features"]?.Items.Select(item => item.Text).OfType<string>() ?? []],
        };
    }

    private static (DependencySource Source, string? Location) Source(Node value) =>
        value["workspace"]?.Text == "true" ? (DependencySource.Workspace, null)
        : value["path"]?.Text is { } path ? (DependencySource.Path, path)
        : value["git"]?.Text is { } git ? (DependencySource.Git, git)
        : (DependencySource.Registry, null);
}
