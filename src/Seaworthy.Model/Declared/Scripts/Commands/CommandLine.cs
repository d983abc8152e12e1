namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A command without what merely starts it: <c>sudo</c>, <c>env A=b</c>, <c>timeout 30</c>, <c>poetry run</c>, <c>npx</c>…</summary>
/// <param name="Program">The program's literal name without its directory; empty when it is computed.</param>
/// <param name="Wrappers">The starters, outermost first: <c>sudo</c>, <c>poetry</c>.</param>
public sealed record CommandLine(string Program, IReadOnlyList<ShellWord> Arguments, ShellCommand Command, IReadOnlyList<string> Wrappers)
{
    /// <summary>The word that names the program.</summary>
    public ShellWord? ProgramWord { get; init; }

    /// <summary>Variables for this program alone: in front of it, or given to <c>env</c>.</summary>
    public IReadOnlyList<ShellAssignment> Environment { get; init; } = [];

    /// <summary>The first argument when it is literal, else empty: the verb of <c>docker build</c>.</summary>
    public string Verb => Arguments is [{ Literal: { } verb }, ..] ? verb : "";

    public static CommandLine Of(ShellCommand command)
    {
        List<string> wrappers = [];
        List<ShellAssignment> environment = [.. command.Assignments];
        var words = command.Words;
        while (
            words.Count > 0 && wrappers.Count < 8 && CommandWrappers.Skip(words, environment) is > 0 and var count && count < words.Count
        )
        {
            wrappers.Add(CommandWrappers.NameOf(words[0]));
            words = [.. words.Skip(count)];
        }

        return words.Count == 0
            ? new CommandLine("", [], command, wrappers) { Environment = environment }
            : new CommandLine(CommandWrappers.NameOf(words[0]), [.. words.Skip(1)], command, wrappers)
            {
                Environment = environment,
                ProgramWord = words[0],
            };
    }

    public CommandOptions Options(OptionGrammar grammar, int skip = 0) =>
        CommandOptions.Read(skip == 0 ? Arguments : [.. Arguments.Skip(skip)], grammar);

    /// <summary>A command of the same place whose words are a tail of this one's: what <c>docker exec</c> or <c>ssh</c> runs.</summary>
    public ShellCommand? Inner(IEnumerable<ShellWord> words) =>
        words.ToList() is { Count: > 0 } tail
            ? Command with
            {
                Words = tail,
                Assignments = [],
                Span = tail[0].Span.To(tail[^1].Span),
            }
            : null;
}
