using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Shapes;
using Seaworthy.Reading.Readers.Shapes;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>What Compose refuses in a file: against the tables of the specification, what only several keys together make wrong, and references it cannot read.</summary>
/// <remarks>Sources: the JSON schema of the Compose specification; what Compose checks after it has merged its files.</remarks>
internal static class ComposeCheck
{
    public static IReadOnlyList<Problem> Problems(MappingNode root, IEnumerable<Fact<TemplatePart>> references)
    {
        if (IsStub(root))
        {
            return
            [
                new Problem(
                    ProblemKind.Empty,
                    "'services' is empty, and the file has nothing else: it starts nothing",
                    root.Span.File.Whole
                )
                {
                    Remedy = "Add the services to start",
                },
            ];
        }

        // A service without an origin shows an override file: what is required may be in the file before.
        var isWhole = (root["services"]?.Entries ?? []).All(entry => ComposeContent.HasOrigin(entry.Value));
        ShapeCheck check = new(IsOpen) { AsksForRequiredKeys = isWhole, WithDefaults = WithDefaults };
        check.Visit(root, FileShape.Whole, "");
        return [.. check.Problems, .. Malformed(references), .. ComposeContradictions.Find(root, isWhole)];
    }

    /// <summary>A file that somebody began, and that says nothing yet.</summary>
    private static bool IsStub(MappingNode root) =>
        root["services"] is ScalarNode { IsNull: true } && root.Pairs.All(entry => entry.Key is "version" or "name" or "services");

    /// <summary>What a variable decides may turn out to be of any type.</summary>
    public static bool IsOpen(ScalarNode scalar) =>
        scalar.Value.Contains('$', StringComparison.Ordinal) && TemplateParser.Parse(scalar.Mapped).Literal is null;

    /// <summary>Of text with references that all have a default of their own: <c>:${PORT:-8080}</c>.</summary>
    private static string? WithDefaults(ScalarNode scalar) =>
        TemplateParser.Parse(scalar.Mapped).Parts is var parts
        && parts.All(part => part.Variable is null || part is { HasDefault: true, Word.Literal.Length: > 0 })
            ? string.Concat(parts.Select(part => part.Variable is null ? part.Text : part.Word?.Literal))
            : null;

    /// <summary>Every <c>${</c> that is no reference Compose understands.</summary>
    private static IEnumerable<Problem> Malformed(IEnumerable<Fact<TemplatePart>> references) =>
        references
            .Where(part => part.Value.IsMalformed)
            .Select(part => new Problem(
                ProblemKind.Syntax,
                $"'{part.Value.Text}' is not a reference that Compose understands; write a literal dollar as $$",
                part.Span
            ));
}
