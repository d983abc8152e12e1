using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A deployed page calls an address on localhost, which in a browser is the machine of the user.</summary>
internal sealed class PageCallsLocalhost : Rule<LoopbackCall>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/page-calls-localhost",
            Title = "Page calls localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The page works for the developer, who runs the server on the same machine. For everybody else, every request fails.",
            Holds = "The page calls an address that its users reach.",
        };

    public override IEnumerable<LoopbackCall> Subjects(Deployment deployment) => deployment.All<LoopbackCall>();

    protected override Subject Identify(LoopbackCall subject) => new(subject.Component.Name, subject.Origin);

    protected override IEnumerable<Verdict> Check(LoopbackCall subject, Deployment deployment)
    {
        var page = subject.Component.Title;
        var calls = subject.Calls.Count == 1 ? "a request" : $"{subject.Calls.Count} requests";
        var message = subject.Unset is { } unset
            ? $"{page} sends {calls} to `{subject.Address}` unless the build has {unset}, which nothing in the repository sets."
            : $"{page} sends {calls} to `{subject.Address}`, which in a browser is the user's own machine.";
        var verdict = subject switch
        {
            { Workload: null, Unset: { } variable } => Unknown(
                subject.Origin,
                $"{message} Unknown whether the project's settings on the platform set {variable}."
            ),
            { Workload: null } or { Workload.Environment: TargetEnvironment.Production, Unset: null } => Fail(subject.Origin, message),
            { Workload.Environment: TargetEnvironment.Production } => Warn(subject.Origin, message),
            _ => Warn(subject.Origin, message).As(Severity.Medium),
        };
        yield return verdict
            .Related(subject.Calls.Where(call => call != subject.Origin).Take(MostPlaces), "called here")
            .Related(subject.DeployedBy, "deployed by")
            .Remedy(
                subject.Unset is { } missing
                    ? $"Give the build {missing} with the public address of the API, or call a path such as `/api` that the server of the page passes on."
                    : $"In {subject.Origin}, take the public address of the API from a variable of the build, or call a path such as `/api` that the server of the page passes on."
            )
            .VerifyGone();
    }
}
