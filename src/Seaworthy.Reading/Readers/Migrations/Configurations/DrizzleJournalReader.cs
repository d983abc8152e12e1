using System.Globalization;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Reads Drizzle's <c>meta/_journal.json</c>.</summary>
internal sealed class DrizzleJournalReader : Reader
{
    public override bool Accepts(string path) =>
        path == "meta/_journal.json" || path.EndsWith("/meta/_journal.json", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) =>
        file.Json.Root?["entries"] is SequenceNode list
            ? new DrizzleJournal(file.File, [.. list.Elements.Select(Entry).OfType<DrizzleEntry>()]) { Problems = file.Json.Problems }
            : null;

    private static DrizzleEntry? Entry(Node node) =>
        node["tag"]?.Text is { } tag
        && node["when"]?.Fact is { } when
        && long.TryParse(when.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new DrizzleEntry(tag, milliseconds, when.Span)
            : null;
}
