using System.Globalization;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Settings;

/// <summary>Converts values of a configuration, and reports every wrong one with its place and a suggestion.</summary>
internal sealed class SettingsNodes(List<Problem> problems)
{
    private const int MostGuesses = 20;

    public IReadOnlyList<NodeEntry> Mapping(Node node, string what)
    {
        if (node is MappingNode)
        {
            return node.Entries;
        }

        Complain(ProblemKind.InvalidValue, $"{what} needs keys and values", node.Span);
        return [];
    }

    public IReadOnlyList<Node> List(Node node, string what)
    {
        if (node is SequenceNode)
        {
            return node.Items;
        }

        Complain(ProblemKind.InvalidValue, $"{what} needs a list, each item after '- '", node.Span);
        return [];
    }

    public string? Text(Node node, string what)
    {
        if (node.Text is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Complain(ProblemKind.InvalidValue, $"{what} needs a text", node.Span);
        return null;
    }

    public string? Word(Node node, string what, IReadOnlyList<string> known)
    {
        if (Text(node, what) is not { } word)
        {
            return null;
        }

        return IsWord(word, what, known, node.Span) ? word : null;
    }

    public bool IsWord(string word, string what, IReadOnlyList<string> known, SourceSpan span)
    {
        if (known.Contains(word, StringComparer.Ordinal))
        {
            return true;
        }

        Complain(ProblemKind.InvalidValue, $"{what} cannot be '{word}'{Meant(word, known)}", span);
        return false;
    }

    public bool IsKnown(NodeEntry entry, string what, IReadOnlyList<string> known)
    {
        if (known.Contains(entry.Key, StringComparer.Ordinal))
        {
            return true;
        }

        Complain(ProblemKind.UnknownKey, $"there is no {what} '{entry.Key}'{Meant(entry.Key, known)}", entry.KeySpan);
        return false;
    }

    public PathGlob? Glob(Node node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (PathGlob.Parse(text) is not { } glob)
        {
            Complain(
                ProblemKind.InvalidValue,
                $"{what} '{text}' matches no path: write it from the root, with /, as in 'docs/**' or '**/fixtures'",
                node.Span
            );
            return null;
        }

        return glob;
    }

    public DateOnly? Date(Node node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Complain(ProblemKind.InvalidValue, $"{what} '{text}' is not a date: write it as 2027-01-31", node.Span);
            return null;
        }

        return date;
    }

    public void Complain(ProblemKind kind, string message, SourceSpan span) => problems.Add(new Problem(kind, message, span));

    // A message lists a few allowed words, and for many names the command that does. Suggestions cost time, so they stop after many faults.
    private string Meant(string word, IReadOnlyList<string> known) =>
        problems.Count < MostGuesses && RuleNames.Near(word, known) is { } near ? $"; did you mean '{near}'?"
        : known.Count <= 20 ? $"; there is {string.Join(", ", known)}"
        : "; 'seaworthy rules' lists them";
}
