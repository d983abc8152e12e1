using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads config/database.yml of Rails where an environment has several databases.</summary>
/// <remarks>Source: Rails Guides, "Multiple Databases with Active Record". Ruby fills <c>&lt;%= … %></c> in first; a value that it makes stays as it is written.</remarks>
internal sealed class RailsDatabasesReader : Reader
{
    public override bool Accepts(string path) =>
        path == "config/database.yml" || path.EndsWith("/config/database.yml", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml.Root is MappingNode root
        && root
            .Entries.Where(environment => environment.Value is MappingNode { Pairs.Count: > 1 } all && all.Pairs.All(IsDatabase))
            .SelectMany(environment => environment.Value.Entries.Select(entry => Of(environment.Key, entry)))
            .ToList()
            is { Count: > 0 } databases
            ? new RailsDatabases(file.File, databases)
            : null;

    private static bool IsDatabase(NodeEntry entry) => entry.Value is MappingNode;

    private static RailsDatabase Of(string environment, NodeEntry entry) =>
        new(environment, new Fact<string>(entry.Key, entry.KeySpan))
        {
            Url = entry.Value["url"]?.Fact,
            Database = entry.Value["database"]?.Fact,
            IsReplica = entry.Value["replica"]?.Text is "true",
        };
}
