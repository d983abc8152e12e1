using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>
/// Counters that begin at 0 and are counted up by <c>((name++))</c> where <c>set -e</c> is in force: the first time the value of the expression is 0, which is a failure, so the script ends there.
/// Told only where every statement of the text that touches the counter is such a step or sets it to 0.
/// </summary>
/// <remarks>Source: Bash Reference Manual, 3.2.5.2 "Conditional Constructs", <c>((…))</c>; 4.3.1 "The Set Builtin", <c>-e</c>.</remarks>
internal static class StoppingCounters
{
    private const int DepthOfCalls = 6;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    public static IReadOnlyList<Fact<string>> Of(ShellRun run) =>
        run.Computations.Any(step => step.StopsOnError)
            ?
            [
                .. run
                    .Computations.GroupBy(step => Counted(step.Span.Text))
                    .Where(steps => steps.Key is { } name && BeginsAtZero(name, run))
                    .Where(steps => steps.All(step => !step.IsTested && step.StopsOnError))
                    .SelectMany(steps =>
                        steps
                            .Where(step => step is { IsInSubstitution: false, IsBackground: false } && Stops(step.Function, run, 0))
                            .Select(step => new Fact<string>(steps.Key ?? "", step.Span))
                    )
                    .OrderBy(counter => counter.Span.Start),
            ]
            : [];

    /// <summary>The name in <c>((name++))</c>; null for any other expression.</summary>
    private static string? Counted(string text)
    {
        var inner =
            text.StartsWith("((", StringComparison.Ordinal) && text.EndsWith("))", StringComparison.Ordinal) ? text[2..^2].Trim() : "";
        return inner.EndsWith("++", StringComparison.Ordinal) && IsName(inner.AsSpan()[..^2].TrimEnd()) ? inner[..^2].TrimEnd() : null;
    }

    private static bool IsName(ReadOnlySpan<char> text) => text is [not (>= '0' and <= '9'), ..] && !text.ContainsAnyExcept(NameLetters);

    /// <summary>It is set to 0 and to nothing else, and no other expression changes it.</summary>
    private static bool BeginsAtZero(string name, ShellRun run)
    {
        var assigned = run.Commands.SelectMany(command => command.Assignments).Where(assignment => assignment.Name == name).ToList();
        return assigned.Exists(assignment => assignment.Value is not null)
            && assigned.TrueForAll(assignment => assignment.Value is null or { Literal: "0" })
            && run.Computations.All(step => Counted(step.Span.Text) == name || !Mentions(step.Span.Text, name))
            && !run.Commands.Any(command =>
                command.Program is "read" or "let" or "mapfile" or "unset" or "eval"
                && command.Arguments.Any(word => Mentions(word.Raw, name))
            );
    }

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

    /// <summary>A failure in the function ends the script: it is called, and nowhere under a condition.</summary>
    private static bool Stops(string? function, ShellRun run, int depth)
    {
        if (function is null)
        {
            return true;
        }

        var calls = run.Commands.Where(command => command.Words is [{ Literal: { } name }, ..] && name == function).ToList();
        return depth < DepthOfCalls
            && calls.Count > 0
            && calls.TrueForAll(call =>
                call is { IsTested: false, IsInSubstitution: false, IsBackground: false, LostTo: null, StopsOnError: true }
                && (call.Function == function || Stops(call.Function, run, depth + 1))
            );
    }
}
