using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Seaworthy.Cli.Parsing;

/// <summary>What the tab key offers: a shell asks with <c>[suggest:POSITION]</c> and the line as it is typed.</summary>
internal static class Completion
{
    private const string Directive = "[suggest:";
    private const string Default = "audit";
    private const string Help = "help";

    /// <summary>Whether a shell asks.</summary>
    public static bool IsAsked(IReadOnlyList<string> written) =>
        written is [var first, ..] && first.StartsWith(Directive, StringComparison.Ordinal) && first.EndsWith(']');

    public static IEnumerable<string> Of(RootCommand root, IReadOnlyList<string> written)
    {
        var line = written.Count > 1 ? written[1] : "";
        var typed = int.TryParse(written[0][Directive.Length..^1], CultureInfo.InvariantCulture, out var position)
            ? line[..Math.Clamp(position, 0, line.Length)]
            : line;
        var words = CommandLineParser.SplitCommandLine(typed).Skip(1).ToList();
        var isNew = typed.Length == 0 || char.IsWhiteSpace(typed[^1]);
        IReadOnlyList<string> before = isNew ? words : [.. words.SkipLast(1)];
        var last = isNew || words.Count == 0 ? "" : words[^1];
        return Offers(root, before, last).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Offers(RootCommand root, IReadOnlyList<string> before, string last)
    {
        var at = ShortForms.FirstWord(root, before);
        if (at < before.Count)
        {
            return before[at] == Help ? Offer(root, before.Skip(at + 1), last, commandsOnly: true)
                : ShortForms.Find(root, before[at]) is not null ? Offer(root, before, last)
                : Offer(root, [Default, .. before], last);
        }

        // The first word is a command, or belongs to the one that need not be named.
        var commands = Offer(root, before, last).Concat(new[] { Help, "version" }.Where(word => IsBegun(word, last)));
        return last.StartsWith('-') || before.Count > 0 ? commands.Concat(Offer(root, [Default, .. before], last)) : commands;
    }

    private static IEnumerable<string> Offer(RootCommand root, IEnumerable<string> before, string last, bool commandsOnly = false)
    {
        var text = string.Join(' ', before.Prepend("seaworthy").Select(Quoted)) + " " + last;
        var offered = root.Parse(text).GetCompletions(text.Length).Select(item => item.InsertText ?? item.Label);
        return offered.Where(word => IsBegun(word, last) && (!commandsOnly || !word.StartsWith('-')));
    }

    private static bool IsBegun(string word, string last) => word.StartsWith(last, StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string word) => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word;
}
