using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>
/// POSIX sh and bash text to the commands it would run. Tolerant: what cannot be read is reported and skipped. Nothing is executed or expanded;
/// what holds for a command (directory, condition, masked failure) is only known if the text alone shows it.
/// </summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language; Bash Reference Manual, chapter 3.</remarks>
internal static class ShellParser
{
    /// <param name="stopsOnError">The shell is started with <c>-e</c>, as workflow runners do.</param>
    /// <param name="failsOnPipe">It is started with <c>pipefail</c>, too.</param>
    public static IReadOnlyList<ShellCommand> Parse(MappedText text, bool stopsOnError = false, bool failsOnPipe = false) =>
        Read(text, stopsOnError, failsOnPipe).Commands;

    public static ShellSyntax Read(MappedText text, bool stopsOnError = false, bool failsOnPipe = false)
    {
        List<Problem> problems = [];
        ShellCursor cursor = new(text, 0, text.Text.Length, problems);
        var script = ShellGrammar.ReadSequence(cursor, closing: null);
        var run = ShellFlow.Run(script, stopsOnError, failsOnPipe || text.Text.Contains("pipestatus", StringComparison.OrdinalIgnoreCase));
        return new ShellSyntax(run.Commands, run.Functions, problems)
        {
            StoppingCounters = StoppingCounters.Of(run),
            CountingSteps = StoppingCounters.Steps(run),
        };
    }

    /// <summary>
    /// The commands a command hands to another shell: <c>sh -c '…'</c>, <c>bash &lt;&lt;EOF</c>, <c>ssh host '…'</c>, <c>docker exec x sh -c …</c>, <c>eval '…'</c>, <c>cat &gt; x.sh &lt;&lt;EOF</c>; none when there are none.
    /// They start in the directory of the command, except where another machine or container runs them.
    /// </summary>
    public static IReadOnlyList<ShellCommand> ParseInner(ShellCommand command) =>
        InnerScript.Of(command) is { } script ? ParseInner(command, script) : [];

    /// <summary>The same where the script is known already.</summary>
    public static IReadOnlyList<ShellCommand> ParseInner(ShellCommand command, InnerScript script)
    {
        var commands = Parse(script.Text, script.StopsOnError);
        return script.Place == InnerPlace.Here ? [.. commands.Select(inner => Below(inner, command))] : commands;
    }

    private static ShellCommand Below(ShellCommand inner, ShellCommand outer)
    {
        var place = inner.Place is { Base: ShellDirectoryBase.Start } own ? ShellPaths.Combine(outer.Place, own.Path) : inner.Place;
        return inner with
        {
            Place = place,
            Directory = place is { Base: ShellDirectoryBase.Start } start ? start.Path : null,
            Function = inner.Function ?? outer.Function,
            IsConditional = inner.IsConditional || outer.IsConditional,
            FailureIsMasked = inner.FailureIsMasked || outer.FailureIsMasked,
            HasFallback = inner.HasFallback || outer.HasFallback,
        };
    }
}
