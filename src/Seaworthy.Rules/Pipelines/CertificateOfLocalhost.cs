using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script asks <c>https://localhost</c> and checks the certificate, which is for the name of the site.</summary>
/// <remarks>Source: curl documentation, "SSL CA Certificates" (exit code 60, or 51 for another name), <c>--connect-to</c>, <c>--resolve</c>; GNU Wget manual, <c>--no-check-certificate</c>.</remarks>
internal sealed class CertificateOfLocalhost : Rule<CertificateOfLocalhost.LocalRequest>
{
    private static readonly string[] Hosts = ["https://localhost", "https://127.0.0.1", "https://[::1]"];

    private static readonly string[] Accepting =
    [
        "--insecure",
        "--no-check-certificate",
        "--cacert",
        "--capath",
        "--ca-certificate",
        "--ca-directory",
        "--resolve",
        "--connect-to",
        "--verify=no",
    ];

    // They make a certificate for localhost, and have the machine trust it.
    private static readonly PerDeployment<IReadOnlyList<ShellCommand>> Trusts = new(deployment =>
        [
            .. deployment
                .Commands.Select(site => site.Command)
                .Concat(deployment.Of<Document>().SelectMany(document => document.Commands))
                .Where(command =>
                    command.Program is "mkcert" or "update-ca-certificates" or "update-ca-trust"
                    || command.Text.Contains("dev-certs", StringComparison.Ordinal)
                    || command.Text.Contains("caddy trust", StringComparison.Ordinal)
                )
                .Take(1),
        ]
    );

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "certificate-of-localhost",
            "Certificate check on localhost",
            Severity.Medium,
            "No authority signs a certificate for localhost: the request ends with a certificate error, so the check fails although the site works.",
            "The request accepts the certificate, or asks for the name that it is for.",
            Certainty.Likely
        );

    public override IEnumerable<LocalRequest> Subjects(Deployment deployment) =>
        from site in deployment.Commands
        from probe in site.Known.OfType<HttpProbeCommand>()
        where Array.Exists(Hosts, host => IsHost(probe.Url.Prefix, host))
        select new LocalRequest(site, probe);

    protected override Subject Identify(LocalRequest subject) => new($"{subject.Site.Subject}: {subject.Probe.Url}", subject.Site.Span);

    protected override IEnumerable<Verdict> Check(LocalRequest subject, Deployment deployment)
    {
        var (site, probe) = subject;
        if (Accepts(probe) || site.Command.HasFallback || site.Command.IsCondition || Trusts.Of(deployment).Count > 0)
        {
            yield break;
        }

        yield return Fail(
                site.Span,
                $"{site.Subject} asks {probe.Url} and checks the certificate, which is not for this name: {probe.Tool} always fails."
            )
            .Remedy(
                probe.Tool == "curl"
                    ? $"Ask for the name of the certificate in {site.Span}, `curl --resolve example.com:443:127.0.0.1 https://example.com/`, or add `-k`."
                    : $"Add `--no-check-certificate` in {site.Span}."
            )
            .VerifyGone();
    }

    /// <summary>The host whole: <c>https://localhost.example.com</c> is another one.</summary>
    private static bool IsHost(string url, string host) =>
        url.StartsWith(host, StringComparison.OrdinalIgnoreCase) && (url.Length == host.Length || url[host.Length] is '/' or ':' or '?');

    private static bool Accepts(HttpProbeCommand probe) =>
        probe.Command.Words.Any(word =>
            Array.Exists(Accepting, option => word.Prefix.StartsWith(option, StringComparison.Ordinal))
            || (probe.Tool == "curl" && word.HasFlag('k'))
        );

    /// <summary>A request to the machine itself over TLS.</summary>
    internal sealed record LocalRequest(CommandSite Site, HttpProbeCommand Probe);
}
