using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A server in production allows pages of localhost alone.</summary>
internal sealed class CorsOnlyLocalhost : Rule<ServedOrigins>
{
    private const int MostOrigins = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/cors-only-localhost",
            Title = "CORS allows only localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Browsers refuse every answer of the service to the deployed front end, whose origin is another.",
            Holds = "The service allows an origin that a deployed page has.",
        };

    public override IEnumerable<ServedOrigins> Subjects(Deployment deployment) => deployment.All<ServedOrigins>();

    protected override Subject Identify(ServedOrigins subject) =>
        new($"{subject.Component.Name} in {subject.Workload.TargetName}", subject.Allowed[0].Span);

    protected override IEnumerable<Verdict> Check(ServedOrigins subject, Deployment deployment)
    {
        if (!subject.AreLocal)
        {
            yield break;
        }

        var place = subject.Allowed[0].Span;
        var (api, workload) = (subject.Component.Title, subject.Workload);
        var isAlone = Servers.IsAlone(workload);
        var deployed = isAlone ? "is deployed" : $"is deployed as {workload}";
        var allowed = NameList.Of([.. subject.Allowed.Select(one => $"`{one.Value}`").Distinct()], MostOrigins);
        var verdict = subject.Call is null
            ? Warn(place, $"{api} {deployed}, but allows only {allowed}: no deployed page can call it.").As(Severity.Medium)
            : LikelyFail(place, $"{api} {deployed}, but allows only {allowed}: browsers refuse its answers to the deployed page.");
        yield return verdict
            .Related(isAlone ? null : workload.Span, "deployed here")
            .Related(subject.Call, "the page calls another origin here")
            .Remedy(
                $"Add the origin at which people open the front end, such as `https://app.example.com`, to the allowed origins in {place}, or read it from a variable that {(isAlone ? "the deployment" : workload.Name)} sets."
            )
            .VerifyGone();
    }
}
