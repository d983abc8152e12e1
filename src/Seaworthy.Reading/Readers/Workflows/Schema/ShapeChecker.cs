using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>Compares a tree with a shape and reports what GitHub would refuse.</summary>
internal sealed class ShapeChecker(ICollection<Problem> problems)
{
    private readonly ScalarChecker scalars = new(problems);

    /// <param name="place">Where to point when the node has no text of its own, or is a list or a mapping that may not be here: the key above it.</param>
    public void Check(Node node, Shape shape, SourceSpan place) => Check(node, shape, [], place);

    private void Check(Node node, Shape shape, IReadOnlyList<string> allowed, SourceSpan place)
    {
        List<ShapeOption> options = [];
        Flatten(shape, allowed, options);
        if (options.Any(option => option.Shape is Shape.Any))
        {
            return;
        }

        switch (node)
        {
            case ScalarNode scalar:
                scalars.Check(scalar, options, place);
                break;
            case SequenceNode sequence:
                CheckSequence(sequence, options, place);
                break;
            case MappingNode mapping:
                CheckMapping(mapping, options, place);
                break;
        }
    }

    private static void Flatten(Shape shape, IReadOnlyList<string> allowed, List<ShapeOption> options)
    {
        IReadOnlyList<string> together = shape.Allows.Count == 0 ? allowed : [.. allowed, .. shape.Allows.Except(allowed)];
        switch (shape)
        {
            case Shape.Choice choice:
                foreach (var option in choice.Options)
                {
                    Flatten(option, together, options);
                }

                break;
            case Shape.Deferred deferred:
                Flatten(deferred.Target(), together, options);
                break;
            default:
                options.Add(new ShapeOption(shape, together));
                break;
        }
    }

    private void CheckSequence(SequenceNode node, List<ShapeOption> options, SourceSpan place)
    {
        if (options.FirstOrDefault(option => option.Shape is Shape.Sequence) is not { Shape: Shape.Sequence sequence, Allows: var allowed })
        {
            Report(ProblemKind.InvalidValue, "A list is not expected here.", place);
            return;
        }

        foreach (var item in node.Elements)
        {
            Check(item, sequence.Item, allowed, item.Span.Length > 0 ? item.Span : node.Span);
        }
    }

    private void CheckMapping(MappingNode node, List<ShapeOption> options, SourceSpan place)
    {
        var mappings = options.Where(option => option.Shape is Shape.Mapping).ToList();
        if (mappings.Count == 0)
        {
            Report(ProblemKind.InvalidValue, "A mapping is not expected here.", place);
            return;
        }

        var chosen = mappings.Count == 1 ? mappings[0] : Choose(node, mappings, place);
        if (chosen.Shape is Shape.Mapping shape)
        {
            CheckEntries(node, shape, chosen.Allows, [.. mappings.Select(Mapping)]);
            CheckRequired(node, shape, place);
        }
    }

    // Each of several mappings requires a key that no other has: "run" or "uses", "runs-on" or "uses".
    private ShapeOption Choose(MappingNode node, List<ShapeOption> mappings, SourceSpan place)
    {
        foreach (var entry in node.Entries)
        {
            if (mappings.FirstOrDefault(option => Mapping(option).Required is [var first, ..] && first == entry.Key) is { } found)
            {
                return found;
            }
        }

        List<string> wanted = [.. mappings.SelectMany(option => Mapping(option).Required.Take(1))];
        var misspelt = node.Entries.FirstOrDefault(entry => !mappings.Any(option => Mapping(option).Known.ContainsKey(entry.Key)));
        var meant = misspelt is null ? null : NearMiss.Of(misspelt.Key, wanted);
        if (misspelt is not null && meant is not null)
        {
            Report(
                ProblemKind.UnknownKey,
                $"Unknown key '{misspelt.Key}': did you mean '{meant}'?",
                misspelt.KeySpan,
                NearMiss.Remedy(misspelt.Key, meant)
            );
        }
        else
        {
            Report(ProblemKind.InvalidValue, $"Neither '{wanted[0]}' nor '{wanted[1]}' is given: one of them is required.", place);
        }

        // Nothing more can be said of a mapping whose kind is unknown.
        return new ShapeOption(Shapes.Any, []);
    }

    private void CheckEntries(MappingNode node, Shape.Mapping shape, IReadOnlyList<string> allowed, List<Shape.Mapping> kinds)
    {
        Dictionary<string, NodeEntry> seen = new(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < node.Pairs.Count; at++)
        {
            var entry = node.Pairs[at];
            if (entry.Key.Contains("${{", StringComparison.Ordinal) || entry.IsMerged)
            {
                continue;
            }

            if (!seen.TryAdd(entry.Key, entry) && seen[entry.Key].Key != entry.Key)
            {
                var message = $"'{entry.Key}' is already defined as '{seen[entry.Key].Key}': letter case does not matter here.";
                problems.Add(new Problem(ProblemKind.DuplicateKey, message, entry.KeySpan, seen[entry.Key].KeySpan));
            }

            if ((shape.Known.GetValueOrDefault(entry.Key) ?? shape.Loose) is { } value)
            {
                var below = Outdented.Behind(node.Pairs, at, next => BelongsBelow(next, shape, kinds, value));
                Check(below.Count > 0 ? Indented(entry, below) : entry.Value, value, allowed, entry.KeySpan);
                at += below.Count;
            }
            else if (!RivalKeys.IsOne(entry, shape, kinds))
            {
                ReportUnknown(entry, shape);
            }
        }

        if (RivalKeys.In(node, shape, kinds) is { } problem)
        {
            problems.Add(problem);
        }
    }

    /// <summary>Whether a key is none here, and one below the empty key in front of it.</summary>
    private static bool BelongsBelow(NodeEntry entry, Shape.Mapping here, List<Shape.Mapping> kinds, Shape below)
    {
        List<ShapeOption> options = [];
        Flatten(below, [], options);
        var mappings = options.Select(option => option.Shape).OfType<Shape.Mapping>().ToList();
        return here.Loose is not null
            ? IsOwn(entry.Key) && !Outdented.StandsAlone(entry, IsOwn)
            : !kinds.Exists(kind => kind.Known.ContainsKey(entry.Key))
                && (
                    IsOwn(entry.Key)
                    || (mappings.Exists(mapping => mapping.Loose is not null) && NearMiss.Of(entry.Key, here.Known.Keys) is null)
                );

        bool IsOwn(string key) => mappings.Exists(mapping => mapping.Known.ContainsKey(key));
    }

    private MappingNode Indented(NodeEntry empty, IReadOnlyList<NodeEntry> below)
    {
        problems.Add(Outdented.Report($"'{empty.Key}'", empty, below));
        return new MappingNode(below, empty.KeySpan);
    }

    private void ReportUnknown(NodeEntry entry, Shape.Mapping shape)
    {
        var meant = NearMiss.Of(entry.Key, shape.Known.Keys.Where(key => shape.Known.Count > 0));
        var hint = NearMiss.Hint(meant);
        Report(ProblemKind.UnknownKey, $"Unknown key '{entry.Key}'{hint}", entry.KeySpan, NearMiss.Remedy(entry.Key, meant));
    }

    private void CheckRequired(MappingNode node, Shape.Mapping shape, SourceSpan place)
    {
        foreach (var key in shape.Required.Where(key => node.Find(key) is null))
        {
            Report(ProblemKind.InvalidValue, $"The required key '{key}' is missing.", place);
        }
    }

    private static Shape.Mapping Mapping(ShapeOption option) => (Shape.Mapping)option.Shape;

    private void Report(ProblemKind kind, string message, SourceSpan span, string? remedy = null) =>
        problems.Add(new Problem(kind, message, span) { IsOfForm = kind == ProblemKind.InvalidValue, Remedy = remedy });
}
