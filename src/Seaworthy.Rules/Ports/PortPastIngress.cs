using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A program calls a container app by its name on a port that the ingress of that app does not open.</summary>
/// <remarks>
/// Sources: Azure Container Apps, "Communicate between container apps", "Ingress in Azure Container Apps": HTTP is served on 80 and 443, TCP on <c>exposedPort</c>, which is the target port unless it is set.
/// </remarks>
internal sealed class PortPastIngress : Rule<PortPastIngress.AppCall>
{
    private const string Ingress = "configuration.ingress";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/port-past-ingress",
            Title = "Port not exposed by ingress",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Other apps reach a container app through its ingress alone, so the connection is refused or times out.",
            Holds = "The ingress of the called app opens the port.",
        };

    public override IEnumerable<AppCall> Subjects(Deployment deployment)
    {
        var apps = deployment
            .All<CloudResource>()
            .Where(resource => resource.Type == "Microsoft.App/containerApps" && resource["name"]?.Value.Text is not null)
            .ToLookup(resource => resource["name"]?.Value.Text ?? "", StringComparer.OrdinalIgnoreCase);
        return (
            from use in deployment.Endpoints
            where use is { Caller.Kind: TargetKind.Bicep, Port: not null }
            let app = apps[use.Host].FirstOrDefault(app => app.Environment == use.Caller?.Environment)
            where app is not null
            select new AppCall(use, app)
        ).DistinctBy(call => call.Use.Span);
    }

    protected override Subject Identify(AppCall subject) => new(subject.Use.Subject, subject.Use.Span);

    protected override IEnumerable<Verdict> Check(AppCall subject, Deployment deployment)
    {
        var (use, app) = subject;
        var target = app[$"{Ingress}.targetPort"];
        if (
            app.MoreBecause is not null
            || target is not { Value.IsKnown: true }
            || app.Settings.Any(setting => setting.Path.StartsWith($"{Ingress}.additionalPortMappings", StringComparison.Ordinal))
        )
        {
            yield break;
        }

        var transport = app[$"{Ingress}.transport"];
        var exposed = app[$"{Ingress}.exposedPort"] ?? target;
        if (transport is { Value.IsKnown: false } || exposed is not { Value.Text: { } tcp })
        {
            yield break;
        }

        var isTcp = string.Equals(transport?.Value.Text, "tcp", StringComparison.OrdinalIgnoreCase);
        var port = (use.Port ?? 0).ToString(CultureInfo.InvariantCulture);
        if (isTcp ? port == tcp : port is "80" or "443")
        {
            yield break;
        }

        yield return LikelyFail(
                use.Span,
                $"{EndpointWords.Names(use)}, but the ingress of that app opens {(isTcp ? $"{tcp} alone" : "80 and 443 alone")}."
            )
            .As(Severity.High)
            .Related(isTcp ? exposed.Span : target.Span)
            .Related(use.Chain)
            .Remedy(
                isTcp
                    ? $"Write `{use.Host}:{tcp}` in {use.Span}."
                    : $"Leave the port out of the address in {use.Span}, or write `transport: 'tcp'` and `exposedPort: {port}` in the ingress of {use.Host}."
            )
            .Verify(
                $"az containerapp show --name {use.Host} --query properties.configuration.ingress   # must open {port}, unless the address was changed"
            );
    }

    /// <summary>A call and the app that it is for.</summary>
    internal sealed record AppCall(EndpointUse Use, CloudResource App);
}
