using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>
/// Counters that begin at 0 and are counted up by <c>((name++))</c> where <c>set -e</c> is in force: the first time the value of the expression is 0, which is a failure, so the script ends there.
/// Only reported if every statement of the text that touches the counter is such a step or sets it to 0.
/// </summary>
/// <remarks>Source: Bash Reference Manual, 3.2.5.2 "Conditional Constructs", <c>((…))</c>; 4.3.1 "The Set Builtin", <c>-e</c>.</remarks>
internal sealed class StoppingCounters
{
    // No script that a person wrote computes more often; every counter is held against every other step.
    private const int MostComputations = 500;

    private readonly ShellRun run;
    private readonly ILookup<string, ShellWord?> assigned;
    private readonly List<ShellCommand> setters;

    private StoppingCounters(ShellRun run)
    {
        this.run = run;
        assigned = run
            .Commands.SelectMany(command => command.Assignments)
            .ToLookup(assignment => assignment.Name, assignment => assignment.Value, StringComparer.Ordinal);
        setters = [.. run.Commands.Where(command => command.Program is "read" or "let" or "mapfile" or "unset" or "eval")];
    }

    public static IReadOnlyList<Fact<string>> Of(ShellRun run) =>
        run.Computations.Count <= MostComputations && run.Computations.Any(step => step.StopsOnError) ? new StoppingCounters(run).Of() : [];

    /// <summary>Every <c>((name++))</c> that nothing behind it excuses, in whatever function: its status goes to the caller.</summary>
    public static IReadOnlyList<Fact<string>> Steps(ShellRun run) =>
        [
            .. run
                .Computations.Where(step => !step.IsTested && step.StopsOnError)
                .Select(step => new { Name = Counted(step.Span.Text), step.Span })
                .Where(step => step.Name is not null)
                .OrderBy(step => step.Span.Start)
                .Select(step => new Fact<string>(step.Name ?? "", step.Span)),
        ];

    private List<Fact<string>> Of()
    {
        var counted = run
            .Computations.GroupBy(step => Counted(step.Span.Text))
            .Where(steps => steps.All(step => !step.IsTested && step.StopsOnError))
            .Where(steps => steps.Key is { } name && BeginsAtZero(name))
            .ToList();
        if (counted.Count == 0)
        {
            return [];
        }

        var stopping = UnconditionalFunctions.Of(run);
        return
        [
            .. counted
                .SelectMany(steps => steps, (steps, step) => new { Name = steps.Key ?? "", Step = step })
                .Where(found => found.Step is { IsInSubstitution: false, IsBackground: false })
                .Where(found => found.Step.Function is not { } function || stopping.Contains(function))
                .OrderBy(found => found.Step.Span.Start)
                .Select(found => new Fact<string>(found.Name, found.Step.Span)),
        ];
    }

    /// <summary>The name in <c>((name++))</c>; null for any other expression.</summary>
    private static string? Counted(string text)
    {
        var inner =
            text.StartsWith("((", StringComparison.Ordinal) && text.EndsWith("))", StringComparison.Ordinal) ? text[2..^2].Trim() : "";
        return inner.EndsWith("++", StringComparison.Ordinal) && ShellName.Is(inner.AsSpan()[..^2].TrimEnd())
            ? inner[..^2].TrimEnd()
            : null;
    }

    /// <summary>It is set to 0 and to nothing else, and no other expression changes it.</summary>
    private bool BeginsAtZero(string name) =>
        assigned[name].Any(value => value is not null)
        && assigned[name].All(value => value is null or { Literal: "0" })
        && run.Computations.All(step => Counted(step.Span.Text) == name || !Mentions(step.Span.Text, name))
        && !setters.Exists(command => command.Arguments.Any(word => Mentions(word.Raw, name)));

    // A comparison mentions it, too, and changes nothing.
    private static bool Mentions(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal)
        && (
            !text.StartsWith("((", StringComparison.Ordinal)
            || text.Contains("++", StringComparison.Ordinal)
            || text.Contains("--", StringComparison.Ordinal)
            || Assigns(text)
        );

    private static bool Assigns(string text)
    {
        for (var at = text.IndexOf('=', StringComparison.Ordinal); at > 0; at = text.IndexOf('=', at + 1))
        {
            if (text[at - 1] is not ('=' or '!' or '<' or '>') && (at + 1 == text.Length || text[at + 1] != '='))
            {
                return true;
            }
        }

        return false;
    }
}
