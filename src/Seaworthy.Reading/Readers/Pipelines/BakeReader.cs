using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Hcl;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the targets of a Bake file, in HCL or JSON.</summary>
/// <remarks>Source: Docker documentation, "Bake file reference", "File format".</remarks>
internal sealed class BakeReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.Contains("bake", StringComparison.Ordinal)
            && (
                name.EndsWith(".hcl", StringComparison.Ordinal)
                || (name.StartsWith("docker-bake", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            );
    }

    public override Artifact? Read(FileSyntax file)
    {
        if (file.File.Name.EndsWith(".json", StringComparison.Ordinal))
        {
            List<BakeTarget> targets = [.. (file.Json.Root?["target"]?.Entries ?? []).Select(OfJson)];
            return targets.Count == 0 ? null : new BakeFile(file.File, targets) { Problems = file.Json.Problems };
        }

        var syntax = HclParser.Parse(file.File);
        var variables = BakeValues.Variables(syntax.Body);
        List<BakeTarget> written = [.. syntax.Body.Of("target").SelectMany(block => OfBlock(block, variables))];
        return written.Count == 0 ? null : new BakeFile(file.File, written) { Problems = syntax.Problems };
    }

    private static IEnumerable<BakeTarget> OfBlock(HclBlock block, BakeValues variables) =>
        variables
            .Combinations(block.Body["matrix"]?.Value)
            .Select(values => new BakeTarget(block.Label(0), block.Span)
            {
                Inherits = [.. values.Texts(block.Body["inherits"]?.Value).OfType<string>()],
                Context = values.Text(block.Body["context"]?.Value),
                Dockerfile = values.Text(block.Body["dockerfile"]?.Value),
                IsInline = block.Body["dockerfile-inline"] is not null,
                Target = values.Text(block.Body["target"]?.Value),
                Arguments = [.. Items(block, "args").Select(item => Argument(item, values)).OfType<BakeArgument>()],
                ContextNames = [.. Items(block, "contexts").Select(item => BakeValues.Key(item.Key)).OfType<string>()],
            });

    private static IReadOnlyList<HclItem> Items(HclBlock block, string name) =>
        block.Body[name]?.Value is HclExpression.Object items ? items.Items : [];

    private static BakeArgument? Argument(HclItem item, BakeValues values) =>
        BakeValues.Key(item.Key) is { } name && values.Text(item.Value) is { } value ? new BakeArgument(name, value) : null;

    private static BakeTarget OfJson(NodeEntry entry) =>
        new(entry.Key, entry.KeySpan)
        {
            Inherits = [.. entry.Value["inherits"]?.Texts.Select(text => text.Value) ?? []],
            Context = OfJson(entry.Value["context"]),
            Dockerfile = OfJson(entry.Value["dockerfile"]),
            IsInline = entry.Value["dockerfile-inline"] is not null,
            Target = OfJson(entry.Value["target"]),
            Arguments =
            [
                .. (entry.Value["args"]?.Entries ?? [])
                    .Select(argument => OfJson(argument.Value) is { } value ? new BakeArgument(argument.Key, value) : null)
                    .OfType<BakeArgument>(),
            ],
            ContextNames = [.. (entry.Value["contexts"]?.Entries ?? []).Select(named => named.Key)],
        };

    // Texts of JSON are templates too; their variables are hardly ever used there.
    private static BakeText? OfJson(Node? node) =>
        node?.Fact is { } text
            ? new BakeText(text.Value.Contains("${", StringComparison.Ordinal) ? null : text.Value, false, text.Span)
            : null;
}
