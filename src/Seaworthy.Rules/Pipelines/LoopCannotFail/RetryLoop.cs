using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A loop of a pipeline that tries something a number of times, with a pause, until it succeeds.</summary>
/// <param name="Subject">Who runs it.</param>
/// <param name="Tried">The command that ends the loop when it succeeds.</param>
/// <param name="End">The last command of the loop.</param>
internal sealed record RetryLoop(string Subject, ShellCommand Tried, SourceSpan End)
{
    /// <summary>What it tries is work, not a question: a push, a deployment, a migration.</summary>
    public bool IsWork { get; init; }

    /// <summary>Nothing fails when every try has failed: neither the loop, nor what comes after it in the job.</summary>
    public bool CannotFail { get; init; }
}
