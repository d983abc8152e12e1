using Seaworthy.Model;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// Compose files that are found by no name and loaded alone by no command: whoever starts them may load others as well, which bring what seems to lack. What depends on that is
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

    private readonly HashSet<string> loose;

    public LooseComposeFiles(Deployment deployment)
    {
        loose = [.. Paths(deployment, isSettled: false)];
        loose.ExceptWith(Paths(deployment, isSettled: true));
    }

    public Verdict Weigh(Verdict verdict) =>
        verdict.Outcome == Outcome.Fail
        && OfTheWholeProject.Contains(verdict.Rule.Id)
        && verdict.Locations[0].Span.File.Path is var path
        && loose.Contains(path)
            ? verdict with
            {
                Outcome = Outcome.Warn,
                Severity = verdict.Severity > Severity.Medium ? Severity.Medium : verdict.Severity,
                Message = $"{verdict.Message} (Unless {path} is loaded with others: no command here loads it alone.)",
            }
            : verdict;

    private static IEnumerable<string> Paths(Deployment deployment, bool isSettled) =>
        deployment
            .ComposeStacks.Where(stack => stack.IsSettled == isSettled)
            .SelectMany(stack => stack.Project.Files)
            .Select(file => file.File.Path);
}
