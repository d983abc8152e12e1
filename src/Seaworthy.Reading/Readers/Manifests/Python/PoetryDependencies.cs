using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Dependencies as tables: Poetry's, and Pipfile's, which use the same words.</summary>
/// <remarks>Source: Poetry documentation, "Dependency specification" and "Managing dependencies"; pipenv documentation, "Pipfile".</remarks>
internal static class PoetryDependencies
{
    public static IEnumerable<Dependency> Read(Node? poetry)
    {
        foreach (var dependency in Table(poetry?["dependencies"], DependencyKind.Runtime, null))
        {
            yield return dependency;
        }

        foreach (var dependency in Table(poetry?["dev-dependencies"], DependencyKind.Development, "dev"))
        {
            yield return dependency;
        }

        foreach (var group in poetry?["group"]?.Entries ?? [])
        {
            // "main" is the name of the dependencies that always belong to the project.
            var kind =
                group.Value["optional"]?.Text == "true" ? DependencyKind.Optional
                : group.Key == "main" ? DependencyKind.Runtime
                : DependencyKind.Development;
            foreach (var dependency in Table(group.Value["dependencies"], kind, group.Key))
            {
                yield return dependency;
            }
        }
    }

    public static IEnumerable<Dependency> Table(Node? table, DependencyKind kind, string? groupName) =>
        from entry in table?.Entries ?? []
        where entry.Key != "python"
        select One(entry.Key, First(entry.Value), kind, entry.Span) with
        {
            Group = groupName,
        };

    // Several constraints for one name, distinguished by markers: the first stands for the name.
    private static Node First(Node value) => value.Items is [var first, ..] ? first : value;

    private static Dependency One(string name, Node value, DependencyKind kind, SourceSpan span)
    {
        var range = value.Text ?? value["version"]?.Text;
        Dependency dependency = new(
            name,
            range is "*" ? null : range,
            value["optional"]?.Text == "true" ? DependencyKind.Optional : kind,
            DependencySource.Registry,
            span
        )
        {
            Features = [.. value["extras"]?.Items.Select(item => item.Text).OfType<string>() ?? []],
            Condition = value["markers"]?.Text,
        };
        return Location(value) is var (source, location) ? dependency with { Source = source, Location = location } : dependency;
    }

    private static (DependencySource Source, string Location)? Location(Node value) =>
        value["path"]?.Text is { } path ? (DependencySource.Path, path)
        : value["git"]?.Text is { } git ? (DependencySource.Git, git)
        : (value["url"] ?? value["file"])?.Text is { } url ? (DependencySource.Url, url)
        : null;
}
