using System.CommandLine;

namespace Seaworthy.Cli.Parsing;

/// <summary>A command line as people write it, as the words of one command: <c>seaworthy PATH</c>, <c>help CMD</c>, <c>version</c>.</summary>
/// <param name="Words">The whole words, for the parser.</param>
/// <param name="Fault">Why they name no command; null when they do.</param>
internal sealed record ShortForms(IReadOnlyList<string> Words, string? Fault = null)
{
    private const string Default = "audit";
    private const string Help = "--help";
    private const string Version = "--version";

    /// <param name="root">All commands.</param>
    /// <param name="written">The words behind the name of the program.</param>
    public static ShortForms Of(RootCommand root, IReadOnlyList<string> written)
    {
        var at = FirstWord(root, written);
        var before = written.Take(at);
        var after = written.Skip(at + 1);
        return (at < written.Count ? written[at] : Default) switch
        {
            "help" => OfHelp(root, [.. after]),
            "version" or "-V" or Version => new([Version]),
            Help or "-h" => new(written),
            var word when Find(root, word) is not null && at < written.Count => new(written),
            var word when at < written.Count && IsMisspelt(word) => new(written, Unknown(root, word, "command or directory")),
            _ => new([.. before, Default, .. written.Skip(at)]),
        };
    }

    /// <summary>The command of that name, directly below another.</summary>
    public static Command? Find(Command above, string name) =>
        above.Subcommands.FirstOrDefault(command => !command.Hidden && command.Name == name);

    /// <summary>Where the options end that hold for every command.</summary>
    public static int FirstWord(RootCommand root, IReadOnlyList<string> written)
    {
        var at = 0;
        while (at < written.Count && root.Options.FirstOrDefault(option => option.Recursive && IsWritten(option, written[at])) is { } found)
        {
            at += found.Arity.MaximumNumberOfValues > 0 && written[at] == found.Name ? 2 : 1;
        }

        return Math.Min(at, written.Count);
    }

    private static bool IsWritten(Option option, string word) =>
        option.Arity.MaximumNumberOfValues > 0 && (word == option.Name || word.StartsWith(option.Name + "=", StringComparison.Ordinal));

    private static ShortForms OfHelp(RootCommand root, IReadOnlyList<string> path)
    {
        Command at = root;
        foreach (var name in path.TakeWhile(name => !name.StartsWith('-')))
        {
            if (Find(at, name) is not { } next)
            {
                return new([Help], Unknown(at, name, "command"));
            }

            at = next;
        }

        return new([.. path, Help]);
    }

    // A path would hold a slash or a dot, or lie there.
    private static bool IsMisspelt(string word) =>
        word.Length > 0 && word[0] != '-' && word.All(letter => char.IsAsciiLetter(letter) || letter == '-') && !Path.Exists(word);

    private static string Unknown(Command above, string word, string what) =>
        $"there is no {what} '{word}'{Suggestion.Of(word, [.. above.Subcommands.Where(command => !command.Hidden).Select(command => command.Name), "help", "version"])}";
}
