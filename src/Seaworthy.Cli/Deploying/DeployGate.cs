using Seaworthy.Engine;
using Seaworthy.Model.Topology;

namespace Seaworthy.Cli.Deploying;

/// <summary>Whether the audit lets a target be deployed.</summary>
internal sealed class DeployGate
{
    private const int LeastLetters = 6;

    /// <param name="report">The audit of the very tree that is deployed.</param>
    /// <param name="target">What is deployed of it.</param>
    /// <param name="accepted">Fingerprints, or how they begin.</param>
    /// <param name="reason">Why these close no gate.</param>
    public DeployGate(Report report, Target target, IReadOnlyList<string> accepted, string reason)
    {
        var answer = report.Targets.FirstOrDefault(each => each.Target.Name == target.Name);
        var blocking = report.Blocking.Where(finding => answer is null || answer.Blocking.Contains(finding)).ToList();
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
