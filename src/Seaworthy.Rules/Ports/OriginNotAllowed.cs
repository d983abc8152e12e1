using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A page calls a service that does not list the page's origin.</summary>
internal sealed class OriginNotAllowed : Rule<PageOrigin>
{
    private const int MostOrigins = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/origin-not-allowed",
            Title = "Origin not allowed by CORS",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The browser refuses every answer of the service to the page: it loads and stays empty.",
            Holds = "The service allows the origin of the page that calls it.",
        };

    public override IEnumerable<PageOrigin> Subjects(Deployment deployment) =>
        deployment.All<PageOrigin>().Where(page => page.Allowed.Count > 0 || page.UnknownBecause is not null);

    protected override Subject Identify(PageOrigin subject) =>
        new($"{subject.Page.Name} calls {subject.Called.Name} in {subject.Page.TargetName}", subject.Port.Span);

    protected override IEnumerable<Verdict> Check(PageOrigin subject, Deployment deployment)
    {
        if (subject.IsAllowed)
        {
            yield break;
        }

        var (page, called, origin) = (subject.Page.Name, subject.Called.Name, subject.Origins[0]);
        var place = subject.Allowed.Count > 0 ? subject.Allowed[0].Span : subject.Port.Span;
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(place, $"Unknown whether {called} allows calls from {origin}, where {page} serves its page: {why}.");
            yield break;
        }

        var allowed = NameList.Of([.. subject.Allowed.Select(one => $"`{one.Value}`").Distinct()], MostOrigins);
        yield return LikelyFail(place, $"{page} serves its page at {origin}, but {called} allows only {allowed}.")
            .Related(subject.Port.Span, "the page is published here")
            .Related(subject.Address, "the page calls it here")
            .Remedy($"Add `{origin}` to the allowed origins in {place}.")
            .Verify($"git grep -nF '{origin}' -- {place.File.Path}   # must find it among the allowed origins");
    }
}
