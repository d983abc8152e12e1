using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>Holds a file's tree against a <see cref="Shape"/>: unknown keys, wrong types, bad values, missing keys.</summary>
/// <param name="isOpen">Whether a scalar's text is decided elsewhere (a variable, an expression), so that nothing can be said about it.</param>
internal sealed class ShapeCheck(Func<ScalarNode, bool> isOpen)
{
    private const int MaxDepth = 60;
    private const int MaxProblems = 200;

    private readonly List<Problem> problems = [];

    // An anchored mapping is visited at each of its uses, but what is wrong with it is said once.
    private readonly HashSet<Complaint> seen = [];

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether missing keys are reported; not in files that others complete.</summary>
    public bool AsksForRequiredKeys { get; init; } = true;

    /// <summary>The text of a scalar that is decided elsewhere, where nobody decides it: with the defaults that it states. Null where it has none.</summary>
    public Func<ScalarNode, string?> WithDefaults { get; init; } = _ => null;

    public void Visit(Node node, Shape shape, string path) => Visit(node, shape, path, node.Span, 0);

    /// <param name="place">The place to report for a forbidden list or mapping: its key, which must change.</param>
    private void Visit(Node node, Shape shape, string path, SourceSpan place, int depth)
    {
        if (shape.IsAnything || depth > MaxDepth || problems.Count >= MaxProblems || node.Tag is "!reset")
        {
            return;
        }

        switch (node)
        {
            case ScalarNode scalar:
                VisitScalar(scalar, shape, path);
                break;
            case SequenceNode when shape.Items is null:
            case MappingNode when !shape.TakesMapping:
                Add(ProblemKind.InvalidValue, $"{path} must be {ShapeWords.Expected(shape)}", place, ShapeRemedy.OfSecond(node, path));
                break;
            case SequenceNode list:
                VisitList(list, shape, path, depth);
                break;
            case MappingNode mapping:
                VisitMapping(mapping, shape, path, depth);
                break;
        }
    }

    private void VisitScalar(ScalarNode scalar, Shape shape, string path)
    {
        var kind = ScalarKind.Of(scalar);
        if (isOpen(scalar) && shape.Scalars != ScalarKinds.None)
        {
            if (WithDefaults(scalar) is { } usual && shape.Check?.Invoke(usual) is { } wrong)
            {
                Add(ProblemKind.InvalidValue, $"{path}: {wrong}", scalar.Span);
            }

            return;
        }

        if ((shape.Scalars & kind) == ScalarKinds.None)
        {
            // Nothing in an override leaves what it overrides as it is.
            var isEmpty = kind == ScalarKinds.Null && scalar.Span.File.Name.Contains("override", StringComparison.OrdinalIgnoreCase);
            Add(
                isEmpty ? ProblemKind.Empty : ProblemKind.InvalidValue,
                $"{path} must be {ShapeWords.Expected(shape)}{(kind == ScalarKinds.Null ? ", but is empty" : "")}",
                scalar.Span,
                ShapeRemedy.Of(scalar, kind, shape)
            );
        }
        else if (kind != ScalarKinds.Null && shape.Check?.Invoke(scalar.Value) is { } complaint)
        {
            var kindOfProblem = Hole.StandsIn(scalar.Value) ? ProblemKind.Placeholder : ProblemKind.InvalidValue;
            Add(new Problem(kindOfProblem, $"{path}: {complaint}", scalar.Span) { IsHandedOn = shape.IsHandedOn });
        }
    }

    private void VisitList(SequenceNode list, Shape shape, string path, int depth)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        for (var index = 0; index < list.Elements.Count; index++)
        {
            var element = list.Elements[index];
            Visit(element, shape.Items ?? Shape.Anything, $"{path}[{index}]", element.Span, depth + 1);
            if (shape.HasUniqueItems && element is ScalarNode { IsNull: false } scalar && !values.Add(scalar.Value))
            {
                Add(ProblemKind.InvalidValue, $"{path} holds '{scalar.Value}' twice", scalar.Span, "Delete one of the two");
            }
        }
    }

    private void VisitMapping(MappingNode mapping, Shape shape, string path, int depth)
    {
        if (IsTornText(mapping, shape))
        {
            Add(
                ProblemKind.InvalidValue,
                $"{path} is a mapping in YAML, since its text has a colon and a space",
                mapping.Span,
                "Write it as one text, without a space after a colon"
            );
            return;
        }

        for (var at = 0; at < mapping.Pairs.Count; at++)
        {
            var entry = mapping.Pairs[at];
            var inner = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            if (Known(shape, entry.Key) is not { } known)
            {
                VisitUnknown(entry, shape);
            }
            else if (Outdented.Behind(mapping.Pairs, at, next => BelongsBelow(next, shape, known)) is { Count: > 0 } below)
            {
                Add(Outdented.Report(inner, entry, below));
                Visit(new MappingNode(below, entry.KeySpan), known, inner, entry.KeySpan, depth + 1);
                at += below.Count;
            }
            else
            {
                VisitEntry(entry, known, inner, depth);
            }
        }

        foreach (var key in shape.Required.Where(key => AsksForRequiredKeys && mapping.Find(key) is null))
        {
            Add(ProblemKind.InvalidValue, $"{path} lacks the required key '{key}'", mapping.Span, $"Add `{key}:` with its value");
        }
    }

    private static Shape? Known(Shape shape, string key) =>
        shape.Keys?.GetValueOrDefault(key) ?? (shape.AllowsName?.Invoke(key) is not false ? shape.Values : null);

    /// <summary>Whether a key is none here, and one below the empty key in front of it.</summary>
    private static bool BelongsBelow(NodeEntry entry, Shape here, Shape below) =>
        here.Keys is { } keys
            ? !keys.ContainsKey(entry.Key)
                && !entry.Key.StartsWith("x-", StringComparison.Ordinal)
                && Known(below, entry.Key) is not null
                && (below.Keys is not null || NearMiss.Of(entry.Key, keys.Keys) is null)
            : below.Keys is { } own && own.ContainsKey(entry.Key) && !Outdented.StandsAlone(entry, own.ContainsKey);

    private void VisitUnknown(NodeEntry entry, Shape shape)
    {
        if (shape.HasExtensions && entry.Key.StartsWith("x-", StringComparison.Ordinal))
        {
            return;
        }

        var near = shape.Keys is { } keys ? NearMiss.Of(entry.Key, keys.Keys) : null;
        Add(ProblemKind.UnknownKey, ShapeWords.UnknownKey(entry.Key, shape, near), entry.KeySpan, near is null ? null : $"Write `{near}`");
    }

    private void VisitEntry(NodeEntry entry, Shape shape, string path, int depth) =>
        Visit(
            // An empty value is reported at its key, because it has no text of its own.
            entry.Value
                is ScalarNode { IsNull: true, Span.Length: 0 } empty
                ? empty with
                {
                    Span = entry.KeySpan,
                }
                : entry.Value,
            shape,
            path,
            entry.KeySpan,
            depth + 1
        );

    /// <summary>A text was meant, and YAML makes a key of its beginning: <c>- ${A} ? x:/a: y:/b</c>.</summary>
    private static bool IsTornText(MappingNode mapping, Shape shape) =>
        shape is { Keys: not null, Values: null }
        && shape.Scalars.HasFlag(ScalarKinds.Text)
        && mapping.Pairs is [{ Key: var key, Value: ScalarNode { IsNull: false } }]
        && key.AsSpan().ContainsAny(' ', '/', ':');

    private void Add(ProblemKind kind, string message, SourceSpan span, string? remedy = null) =>
        Add(new Problem(kind, message, span) { Remedy = remedy, IsOfForm = kind == ProblemKind.InvalidValue });

    private void Add(Problem problem)
    {
        if (seen.Add(new(problem.Span, problem.Message)))
        {
            problems.Add(problem);
        }
    }

    private sealed record Complaint(SourceSpan Span, string Message);
}
