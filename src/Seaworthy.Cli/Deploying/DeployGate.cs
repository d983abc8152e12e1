using Seaworthy.Engine;
using Seaworthy.Model.Topology;

namespace Seaworthy.Cli.Deploying;

/// <summary>Whether the audit lets a target be deployed.</summary>
internal sealed class DeployGate
{
    private const int LeastLetters = 6;

    /// <param name="report">The audit of the very tree that is deployed.</param>
    /// <param name="targets">What is deployed of it: one, or the namespaces of one set of manifests.</param>
    /// <param name="accepted">Fingerprints, or how they begin.</param>
    /// <param name="reason">Why these close no gate.</param>
    public DeployGate(Report report, IReadOnlyList<Target> targets, IReadOnlyList<string> accepted, string reason)
    {
        var answers = report.Targets.Where(each => targets.Any(target => target.Name == each.Target.Name)).ToList();
        var blocking = report
            .Blocking.Where(finding => answers.Count == 0 || answers.Exists(answer => answer.Blocking.Contains(finding)))
            .ToList();
        Closing = [.. blocking.Where(finding => !IsAccepted(finding))];
        Accepted = [.. blocking.Where(IsAccepted).Select(finding => $"{finding.Id} {finding.Rule.Id}: {reason}")];

        bool IsAccepted(Finding finding) =>
            accepted.Any(start => start.Length >= LeastLetters && finding.Id.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The findings that close it.</summary>
    public IReadOnlyList<Finding> Closing { get; }

    /// <summary>Those that would, each with the reason why not.</summary>
    public IReadOnlyList<string> Accepted { get; }
}
