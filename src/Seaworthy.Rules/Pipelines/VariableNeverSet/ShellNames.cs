using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script, the script of a step or the scripts of a job, and the variables in it that nothing sets.</summary>
/// <param name="Subject">Who runs it: <c>.gitlab-ci.yml: build</c>, <c>scripts/deploy.sh</c>.</param>
/// <param name="Span">Its first assignment.</param>
internal sealed record ShellNames(string Subject, SourceSpan Span)
{
    public IReadOnlyList<UnsetName> Unset { get; init; } = [];
}
