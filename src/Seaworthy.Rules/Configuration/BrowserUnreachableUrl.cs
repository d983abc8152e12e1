using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An address in browser code has a host name that only containers resolve.</summary>
internal sealed class BrowserUnreachableUrl : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/browser-unreachable-url",
            Title = "Container host name in browser",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The name resolves only on the containers' network, so every request of the user's browser fails.",
            Holds = "The address resolves outside the containers' network.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) => deployment.Endpoints.Where(UnreachableBase.IsForBrowsers);

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (UnreachableBase.All(deployment).FirstOrDefault(found => found.Use == subject) is not { } found)
        {
            yield break;
        }

        var message =
            $"{subject.Variable} ends up in browser code with `{subject.Host}{(subject.Port is { } port ? $":{port}" : "")}`, which only containers of {subject.Caller?.TargetName} resolve.";
        yield return (found.IsCertain ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.Medium))
            .Related(found.Reads.Select(read => read.Span), "read here")
            .Related(subject.Callee?.Span, "this is the host")
            .Related(found.Proxy, "the proxy reads it too")
            .Remedy(
                $"In {subject.Span}, use an address that users reach (a published port or a public host name), or a path such as `/api` that a proxy passes on.{(found.Proxy is { } proxy ? $" Give the proxy in {proxy} its target in another variable." : "")}"
            )
            .VerifyGone();
    }
}
