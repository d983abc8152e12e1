using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>A container of certbot gets certificates that nothing renews, or that the web server never loads after they are renewed.</summary>
/// <remarks>Sources: Let's Encrypt, "FAQ": certificates are valid for 90 days; Certbot documentation, "Renewing certificates"; nginx documentation, "Controlling nginx": certificates are read at the start and on reload.</remarks>
internal sealed class CertificateExpires : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "automation/certificate-expires",
            Title = "TLS certificate not renewed",
            Area = Area.Automation,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A certificate of Let's Encrypt is valid for 90 days. Browsers refuse the site from then on.",
            Holds = "The certificate is renewed, and the web server loads the new one.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                workload is { Public.Name: "certbot/certbot", Kind: TargetKind.Compose }
                && workload.Environment is not (TargetEnvironment.Development or TargetEnvironment.Test)
            )
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Start?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        CertificateCare care = new(subject, deployment);
        if (care.Renewing is { } renewing)
        {
            if (
                !care.Hooks
                && care.Reader is { } server
                && !CertificateCare.Reloads(server)
                && !CertificateCare.IsReloadedBySomething(deployment)
            )
            {
                yield return NotLoaded(subject, renewing.Span, server);
            }
        }
        else if (!CertificateCare.IsRenewedBySomething(deployment))
        {
            yield return care.Issuing is { } issuing
                ? Warn(issuing, $"{subject.Name} gets a certificate once, and nothing in the repository renews it.")
                    .Related(subject.Span)
                    .Remedy(
                        $"Run `certbot renew` daily in {subject.Span.File.Path}, and reload the web server afterwards: `docker compose exec nginx nginx -s reload`."
                    )
                    .Verify($"git grep -nE {"certbot( -q)? renew"}   # must find it")
                : Unknown(
                    subject.Span,
                    $"{subject.Name} has no command, and nothing in the repository says how its certificates are renewed."
                );
        }
    }

    private Verdict NotLoaded(Workload subject, SourceSpan renewing, Workload server) =>
        Warn(
                server.Span,
                $"{subject.Name} renews the certificate, but nothing reloads {server.Name}, which serves the old one until it expires."
            )
            .Related(renewing, "renews")
            .Related(CertificateCare.Mounted(server)?.Span, "the same files")
            .Remedy(
                $"Set the `command` of {server.Name} in {server.Span.File.Path} to `/bin/sh -c \"while :; do sleep 6h; nginx -s reload; done & exec nginx -g 'daemon off;'\"`."
            )
            .Verify($"git grep -nE {"nginx -s reload|deploy-hook"}   # must find it");
}
