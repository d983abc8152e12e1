using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A page that a platform serves over HTTPS calls an address over HTTP.</summary>
internal sealed class MixedContent : Rule<DeployedPage>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/mixed-content",
            Title = "Mixed content",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Browsers block requests over HTTP from a page that came over HTTPS, so each of these requests fails.",
            Holds = "The page calls its APIs over HTTPS.",
        };

    public override IEnumerable<DeployedPage> Subjects(Deployment deployment) =>
        deployment.All<DeployedPage>().Where(page => EncryptedBy(page) is not null);

    protected override Subject Identify(DeployedPage subject) => new(subject.Component.Name, subject.Place);

    protected override IEnumerable<Verdict> Check(DeployedPage subject, Deployment deployment) =>
        from call in subject.Calls
        where call is { IsLoopback: false, Unset: null }
        select Fail(
                call.Origin,
                $"{subject.Component.Title} comes over HTTPS from {EncryptedBy(subject)}, but calls `{call.Address}`: browsers block that."
            )
            .Related(call.Calls.Where(place => place != call.Origin).Take(MostPlaces), "called here")
            .Related(subject.Place, "deployed by")
            .Remedy(
                $"Give the API a certificate and write its `https` address in {call.Origin}, or call a path that the server of the page passes on."
            )
            .VerifyGone();

    /// <summary>The platform that ends TLS for every page; null where a proxy of the project may or may not.</summary>
    /// <remarks>Sources: Cloud Run, "Custom domains and HTTPS"; Azure Container Apps, "Ingress"; documentation of Vercel, Netlify, Render, Railway, Heroku.</remarks>
    private static string? EncryptedBy(DeployedPage page) =>
        page.Workload?.Kind switch
        {
            null => "its platform",
            TargetKind.CloudRun => "Cloud Run",
            TargetKind.ContainerApps => "Azure Container Apps",
            TargetKind.Render => "Render",
            TargetKind.Railway => "Railway",
            TargetKind.Vercel => "Vercel",
            _ => null,
        };
}
