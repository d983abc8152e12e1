using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Files;

/// <summary>A list item is indented deeper than its list, and is read as the end of the item before.</summary>
internal sealed class ListItemFolded : Rule<ReadFile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "files/list-item-folded",
            Title = "Misindented list item",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "YAML silently joins a deeper line to the text above it: the item is lost, and the one before ends with its text.",
            Holds = "No list item is indented deeper than its list.",
        };

    public override IEnumerable<ReadFile> Subjects(Deployment deployment) =>
        ReadFile
            .In(deployment)
            .Where(file =>
                file.Artifact.File.Name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
                || file.Artifact.File.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            );

    protected override Subject Identify(ReadFile subject) => new(subject.Path, subject.Artifact.File.Whole);

    protected override IEnumerable<Verdict> Check(ReadFile subject, Deployment deployment)
    {
        foreach (var problem in subject.Problems.Where(problem => problem.Kind == ProblemKind.FoldedItem))
        {
            var before = problem.Related ?? problem.Span;
            var message = $"{Sentence.Of(problem.Message)}: YAML joins the text to the item in line {before.StartLine}.";
            var verdict = (IsListOfWords(subject.Artifact) ? Fail(problem.Span, message) : Warn(problem.Span, message).As(Severity.Medium))
                .Related(before, "joined to this item")
                .Remedy($"Move {problem.Span} to the column of {before}.");
            yield return verdict.VerifyGone();
        }
    }

    /// <summary>Formats whose lists hold settings and commands, never running text.</summary>
    private static bool IsListOfWords(Artifact artifact) =>
        artifact is ComposeFile or Workflow or CompositeAction or KubernetesManifest or GitLabPipeline;
}
