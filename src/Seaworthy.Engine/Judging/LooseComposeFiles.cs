using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// Compose files that are found by no name and loaded alone by no command: the person who starts them may load others as well, which bring what seems to lack. What depends on that is
/// likely, and not certain.
/// </summary>
internal sealed class LooseComposeFiles
{
    private static readonly HashSet<string> OfTheWholeProject = new(StringComparer.Ordinal)
    {
        "orchestration/undeclared-name",
        "orchestration/undefined-dependency",
        "orchestration/service-without-image",
        "orchestration/healthy-dependency-without-check",
        "orchestration/image-variable-missing",
        "ports/host-unresolved",
        "ports/caller-on-another-network",
        "ports/host-port-conflict",
    };

    private const string By = "compose files";

    private readonly Deployment deployment;
    private readonly HashSet<string> loose;

    public LooseComposeFiles(Deployment deployment)
    {
        this.deployment = deployment;
        loose = [.. Paths(deployment, isSettled: false)];
        loose.ExceptWith(Paths(deployment, isSettled: true));
    }

    public Verdict Weigh(Verdict verdict) =>
        verdict.Outcome == Outcome.Fail
        && OfTheWholeProject.Contains(verdict.Rule.Id)
        && verdict.Locations[0].Span.File.Path is var path
        && loose.Contains(path)
            ? IsAlone(verdict)
                ? verdict.Adjusted(By, Because(path), new Weight(verdict.Outcome, verdict.Severity, Certainty.Likely))
                : verdict.LeftOpen(By, Because(path))
            : verdict;

    /// <summary>There is no other file beside it that a command could load with it.</summary>
    private bool IsAlone(Verdict verdict) => deployment.In<ComposeFile>(verdict.Locations[0].Span.File.Directory).Take(2).Count() == 1;

    private static string Because(string path) =>
        $"No command here loads {path} alone: what it lacks may stand in a file that is loaded with it.";

    private static IEnumerable<string> Paths(Deployment deployment, bool isSettled) =>
        deployment
            .ComposeStacks.Where(stack => stack.IsSettled == isSettled)
            .SelectMany(stack => stack.Project.Files)
            .Select(file => file.File.Path);
}
