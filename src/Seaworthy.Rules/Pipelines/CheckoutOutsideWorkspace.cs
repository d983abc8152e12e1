using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A checkout is to land outside of the workspace.</summary>
internal sealed class CheckoutOutsideWorkspace : Rule<ActionUse>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "checkout-outside-workspace",
            "Checkout to a place outside of the workspace",
            Severity.High,
            "The action refuses the path, and the job fails at its first steps.",
            "The repository is checked out below the workspace."
        );

    public override IEnumerable<ActionUse> Subjects(Deployment deployment) =>
        NamedJob.Uses(deployment).Where(use => use.Uses.Name == "actions/checkout" && use.Step.Input("path")?.Literal is { Length: > 0 });

    protected override Subject Identify(ActionUse subject) => new(subject.Name, subject.Uses.Span);

    protected override IEnumerable<Verdict> Check(ActionUse subject, Deployment deployment)
    {
        if (subject.Step.Input("path") is { Literal: { } path } input && IsOutside(path))
        {
            yield return Fail(
                    input.Span,
                    $"{subject.Name} checks a repository out to {path}, and actions/checkout takes places below the workspace only: it stops with `Repository path … is not under …`."
                )
                .Remedy($"Check it out to a directory below the workspace in {input.Span}, and move or link it from there.")
                .VerifyGone();
        }
    }

    private static bool IsOutside(string path) => path.StartsWith('/') || path == ".." || path.StartsWith("../", StringComparison.Ordinal);
}
