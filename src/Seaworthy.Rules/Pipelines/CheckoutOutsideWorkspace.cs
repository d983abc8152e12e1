using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step checks out to a path outside the workspace.</summary>
internal sealed class CheckoutOutsideWorkspace : Rule<ActionUse>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "checkout-outside-workspace",
            "Checkout outside the workspace",
            Severity.High,
            "actions/checkout rejects the path, and the job fails in its first steps.",
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
                    $"{subject.Name} checks out to `{path}`, but actions/checkout accepts only paths below the workspace."
                )
                .Remedy($"Set a path below the workspace in {input.Span}, and move or link the directory from there.")
                .VerifyGone();
        }
    }

    private static bool IsOutside(string path) => path.StartsWith('/') || path == ".." || path.StartsWith("../", StringComparison.Ordinal);
}
