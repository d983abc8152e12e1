using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>run</c> of a step.</summary>
/// <param name="Commands">The commands; none when <paramref name="Shell"/> is not a POSIX shell. A <c>${{ }}</c> is a part of kind <see cref="ShellPartKind.Substitution"/> with its text as written.</param>
/// <param name="Shell">The shell in force, with defaults and runner applied (<c>bash</c>, <c>sh</c>, <c>pwsh</c>, <c>python</c>…); null when it depends on an expression.</param>
public sealed record StepScript(ExpressionTemplate Text, IReadOnlyList<ShellCommand> Commands, string? Shell)
{
    public SourceSpan Span => Text.Span;

    /// <summary>Only an explicit <c>shell: bash</c> sets <c>pipefail</c>.</summary>
    public bool FailsOnPipe { get; init; }

    /// <summary>As <see cref="ShellScript.StoppingCounters"/>.</summary>
    public IReadOnlyList<Fact<string>> StoppingCounters { get; init; } = [];

    /// <summary>As <see cref="ShellScript.CountingSteps"/>.</summary>
    public IReadOnlyList<Fact<string>> CountingSteps { get; init; } = [];

    /// <summary>What its shell cannot read, whatever is in place of its expressions.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
