using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>A mapping of names to command lines, as package.json, composer.json and Pipfile write it.</summary>
internal static class PackageScripts
{
    public static IReadOnlyList<PackageScript> Read(Node? scripts) =>
        [.. from entry in scripts?.Entries ?? [] from script in Lines(entry) select script];

    // Composer allows a list of command lines under one name.
    private static IEnumerable<PackageScript> Lines(NodeEntry entry) =>
        entry.Value is ScalarNode one ? [Script(entry, one)] : entry.Value.Items.OfType<ScalarNode>().Select(line => Script(entry, line));

    private static PackageScript Script(NodeEntry entry, ScalarNode line) =>
        new(entry.Key, line.Text ?? "", ShellParser.Parse(line.Mapped), line.Span) { NameSpan = entry.KeySpan };
}
