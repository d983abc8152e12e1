using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow runs third-party code from a branch or tag that may move.</summary>
internal sealed class ActionNotPinned : Rule<IGrouping<string, ActionReference>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/action-not-pinned",
            IsPractice = true,
            Title = "Unpinned action",
            Area = Area.Security,
            Severity = Severity.Low,
            Rationale =
                "Anybody who controls or takes over the other repository runs code in this pipeline with its secrets, without a change here.",
            Holds = "Actions of third parties are pinned to a commit.",
        };

    private static readonly string[] Trusted = ["actions", "github", "docker"];

    public override IEnumerable<IGrouping<string, ActionReference>> Subjects(Deployment deployment) =>
        NamedJob
            .Uses(deployment)
            .Select(use => use.Uses)
            .Where(uses =>
                uses.Kind == ActionReferenceKind.Repository
                && !Trusted.Contains(uses.Owner.ToLowerInvariant())
                && !IsOfThisRepository(uses, deployment.Tree)
            )
            .GroupBy(uses => uses.Span.File.Path);

    protected override Subject Identify(IGrouping<string, ActionReference> subject) =>
        new(subject.First().Span.File.Name, subject.First().Span);

    protected override IEnumerable<Verdict> Check(IGrouping<string, ActionReference> subject, Deployment deployment)
    {
        var moving = subject.Where(uses => !uses.IsPinned && IsBranch(uses)).DistinctBy(uses => uses.Raw).ToList();
        if (moving.Count > 0)
        {
            var names = string.Join(", ", moving.Take(4).Select(uses => $"`{uses.Raw}`"));
            yield return Warn(
                    moving[0].Span,
                    $"{moving[0].Span.File.Name} uses {names}{(moving.Count > 4 ? " and others" : "")} from a branch or a moving tag."
                )
                .Related(moving.Skip(1).Select(uses => uses.Span))
                .Remedy(
                    MadeWorkflow.Remedy(
                        moving[0].Span.File,
                        $"Pin {moving[0].Span} to a release or, better, to its commit: `{moving[0].Raw.Split('@')[0]}@<commit> # v1.2.3`."
                    )
                )
                .VerifyAllGone();
        }
    }

    /// <summary>The action is in this repository and is named by its address: nobody else changes it.</summary>
    private static bool IsOfThisRepository(ActionReference uses, RepositoryTree tree) =>
        uses.Path.Length > 0
        && (tree.HasFile(uses.Path) || tree.HasFile(uses.Path + "/action.yml") || tree.HasFile(uses.Path + "/action.yaml"));

    private static bool IsBranch(ActionReference uses) =>
        uses.Ref is null or { Value: "main" or "master" or "develop" or "HEAD" or "latest" };
}
