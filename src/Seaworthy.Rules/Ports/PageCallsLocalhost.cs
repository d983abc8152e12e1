using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A deployed page calls an address on localhost, which in a browser is the machine of the user.</summary>
internal sealed class PageCallsLocalhost : Rule<DeployedPage>
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

    public override IEnumerable<DeployedPage> Subjects(Deployment deployment) =>
        deployment.All<DeployedPage>().Where(page => page.Component.IsStaticSite);

    protected override Subject Identify(DeployedPage subject) => new(subject.Component.Name, subject.Place);

    protected override IEnumerable<Verdict> Check(DeployedPage subject, Deployment deployment) =>
        subject
            .Calls.Where(call => call.IsLoopback)
            .GroupBy(call => (call.Address, call.Unset))
            .Select(same => Judge(subject, same.First(), [.. same.Select(call => call.Origin)], [.. same.SelectMany(call => call.Calls)]));

    private Verdict Judge(DeployedPage subject, CalledAddress call, IReadOnlyList<SourceSpan> origins, IReadOnlyList<SourceSpan> calls)
    {
        var page = subject.Component.Title;
        var requests = calls.Count == 1 ? "a request" : $"{calls.Count} requests";
        var message = call.Unset is { } unset
            ? $"{page} sends {requests} to `{call.Address}` unless the build has {unset}, which nothing in the repository sets."
            : $"{page} sends {requests} to `{call.Address}`, which in a browser is the user's own machine.";
        var isProduction = subject.Workload?.Environment == TargetEnvironment.Production;
        var verdict = (subject.Workload, call.Unset) switch
        {
            (null, { } variable) => Unknown(
                call.Origin,
                $"{message} Unknown whether the project's settings on the platform set {variable}."
            ),
            (null, null) => Fail(call.Origin, message),
            (_, null) when isProduction => Fail(call.Origin, message),
            _ when isProduction => Warn(call.Origin, message),
            _ => Warn(call.Origin, message).As(Severity.Medium),
        };
        return verdict
            .Related(origins.Skip(1).Take(MostPlaces), "written here too")
            .Related(calls.Except(origins).Take(MostPlaces), "called here")
            .Related(subject.Place, "deployed by")
            .Remedy(
                call.Unset is { } missing
                    ? $"Give the build {missing} with the public address of the API, or call a path such as `/api` that the server of the page passes on."
                    : $"In {PlaceList.Of(origins)}, take the public address of the API from a variable of the build, or call a path such as `/api` that the server of the page passes on."
            )
            .VerifyGone();
    }
}
