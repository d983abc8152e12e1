using System.Globalization;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>What the files of many platforms have in common: commands, numbers, variables, lists.</summary>
internal static class PlatformValues
{
    /// <summary>A command; of a list the first, as platforms that take lists want one entry.</summary>
    public static PlatformCommand? Command(Node? node) =>
        node is SequenceNode { Elements: [ScalarNode first, ..] } ? Command(first)
        : node is ScalarNode { IsNull: false } scalar && scalar.Value.Trim().Length > 0
            ? new PlatformCommand(new Fact<string>(scalar.Value, scalar.Span), ShellParser.Parse(scalar.Mapped))
        : null;

    public static Fact<int>? Number(Node? node) =>
        node?.Fact is { } fact && int.TryParse(fact.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new Fact<int>(number, fact.Span)
            : null;

    /// <summary>The mappings of a list, or the one mapping that is in place of a list.</summary>
    public static IEnumerable<MappingNode> Mappings(Node? node) =>
        node is MappingNode only ? [only] : (node?.Items ?? []).OfType<MappingNode>();

    /// <summary>A mapping of names to literals.</summary>
    public static IReadOnlyList<PlatformVariable> Variables(Node? node, string? scope = null) =>
        [
            .. (node?.Entries ?? [])
                .Where(entry => entry.Value is ScalarNode)
                .Select(entry => new PlatformVariable(Name(entry), entry.Value.Fact, PlatformVariableOrigin.Literal, entry.Span)
                {
                    Scope = scope,
                }),
        ];

    public static Fact<string> Name(NodeEntry entry) => new(entry.Key, entry.KeySpan);

    /// <summary>A mapping of process names to commands.</summary>
    public static IReadOnlyList<ProcfileProcess> Processes(Node? node) =>
        [
            .. (node?.Entries ?? [])
                .Select(entry => new
                {
                    Entry = entry,
                    Command = Command(entry.Value is MappingNode ? entry.Value["command"] : entry.Value),
                })
                .Where(pair => pair.Command is not null)
                .Select(pair => new ProcfileProcess(Name(pair.Entry), pair.Command ?? Empty(pair.Entry), pair.Entry.Span)),
        ];

    /// <summary>Keys that a platform does not know, with what was probably meant.</summary>
    /// <param name="meant">What others call by such a name.</param>
    public static IEnumerable<Problem> UnknownKeys(
        Node? node,
        IReadOnlyCollection<string> known,
        string what,
        IReadOnlyDictionary<string, string>? meant = null
    )
    {
        foreach (var entry in (node?.Entries ?? []).Where(entry => !known.Contains(entry.Key)))
        {
            var near = meant?.GetValueOrDefault(entry.Key) ?? NearMiss.Of(entry.Key, known);
            yield return new Problem(
                ProblemKind.UnknownKey,
                $"'{entry.Key}' is not a key of {what}{(near is null ? "" : $"; did you mean '{near}'?")}",
                entry.KeySpan
            )
            {
                Remedy = near is null ? null : $"Write `{near}`",
            };
        }
    }

    private static PlatformCommand Empty(NodeEntry entry) => new(new Fact<string>("", entry.Span), []);
}
