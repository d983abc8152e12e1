using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What a shell text says: its commands in order, its functions, and what is wrong with it.</summary>
internal sealed record ShellSyntax(
    IReadOnlyList<ShellCommand> Commands,
    IReadOnlyList<Fact<string>> Functions,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>Counters whose first step from 0 ends the script.</summary>
    public IReadOnlyList<Fact<string>> StoppingCounters { get; init; } = [];

    /// <summary>Every step of every counter.</summary>
    public IReadOnlyList<Fact<string>> CountingSteps { get; init; } = [];

    /// <summary>The problems that the shell meets: it reads line by line, and what stands behind an <c>exit</c> at the top, or another program that takes its place, is never looked at.</summary>
    public IReadOnlyList<Problem> Reached =>
        Commands.FirstOrDefault(command =>
            command is { IsConditional: false, IsCondition: false, IsInSubstitution: false, Function: null, Joint: ";", Loop: null }
            && command is { Program: "exit" } or { Program: "exec", Words.Count: > 1 }
        )
            is { } exit
            ? [.. Known.Where(problem => problem.Span.Start < exit.Span.Start)]
            : Known;

    /// <summary>From <c>shopt -s extglob</c> on, parentheses and backticks are inside of patterns as well, which are not read.</summary>
    private IReadOnlyList<Problem> Known =>
        Commands.FirstOrDefault(command => command.Program == "shopt" && command.Words.Any(word => word.Literal == "extglob"))
            is { } extended
            ? [.. Problems.Where(problem => problem.Span.Start < extended.Span.Start)]
            : Problems;
}
