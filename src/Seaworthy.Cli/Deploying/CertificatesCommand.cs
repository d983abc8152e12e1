using System.CommandLine;
using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy certificates</c>: what the proxy shows its clients, and another one in its place.</summary>
internal static class CertificatesCommand
{
    public const string Lesson = """
        Without options it lists the certificates that the proxy shows. With --tls-certificate it exchanges them while the proxy runs:
        nothing is audited, built or started, and no connection is closed. A client for certificates runs it after each renewal.
        'renew' orders those of the label seaworthy.acme anew that end within 30 days: run it every day.

        Exit codes:
          0   listed, exchanged, renewed, or nothing to renew
          1   a certificate is missing, or ends within 14 days
          16  a certificate or key cannot be used, or none was issued; the old one is served

        Examples:
          seaworthy certificates
          seaworthy certificates renew
          seaworthy certificates renew --schedule daily
          seaworthy certificates --tls-certificate fullchain.pem --tls-key privkey.pem
          certbot renew --deploy-hook 'seaworthy certificates /srv/shop --tls-certificate
            "$RENEWED_LINEAGE/fullchain.pem" --tls-key "$RENEWED_LINEAGE/privkey.pem"'
        """;

    public const string NoCluster = "the Ingress of the cluster ends TLS";

    private static readonly DeployArguments Arguments = new();

    private static readonly CertificateArguments Tls = new();

    public static Command Create()
    {
        Command command = new("certificates", "List the certificates of a deployed project, or exchange them.");
        Tls.AddTo(command);
        Arguments.AddTo(command, noCluster: NoCluster);
        command.Subcommands.Add(CertificatesRenewal.Create());
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (!Tls.IsGiven(parsed))
        {
            return Arguments.Look(parsed, (session, _) => List(session));
        }

        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        var given = Tls.Read(parsed, Arguments.Root(parsed));
        return DeployCommand.Complain(given.Faults)
            ? (int)DeployOutcome.Preparation
            : Arguments.Round(parsed).Run(host => Exchange(parsed, host, target, given));
    }

    private static int List(DeploySession session)
    {
        var hosts = session.State.Layout?.CertifiedHosts ?? [];
        if (hosts.Count == 0)
        {
            Console.Out.WriteLine($"{session.Project} ends no TLS.");
            return ExitCode.Fit;
        }

        var isFit = true;
        foreach (var host in hosts)
        {
            var served = session.Certificates.Served(host);
            var lacks = session.Acme.Lacks(host);
            isFit &= served is not null && !lacks && !ServedCertificate.EndsSoon(served.NotAfter, DateTimeOffset.UtcNow);
            Console.Out.WriteLine(
                served is null ? $"  {host, -40} the proxy shows none"
                : lacks ? $"  {host, -40} a placeholder that nobody trusts: no certificate was issued"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {host, -40} until {served.NotAfter:yyyy-MM-dd}, {(served.NotAfter - DateTimeOffset.UtcNow).TotalDays:0} days"
                )
            );
        }

        return isFit ? ExitCode.Fit : ExitCode.Findings;
    }

    private static int Exchange(ParseResult parsed, IHost host, DeployTarget target, GivenCertificates given)
    {
        using var held = Arguments.Hold(parsed, host, target, new ProgressWriter(isJson: false, host).Write, out var code);
        if (held is null)
        {
            return code;
        }

        var session = held.Session;
        var hosts = session.State.Layout?.CertifiedHosts ?? [];
        if (DeployCommand.Complain([.. given.Strangers(hosts)]))
        {
            return (int)DeployOutcome.Preparation;
        }

        var chosen = given.For(hosts);
        var due = session.Certificates.Due(chosen);
        foreach (var change in due)
        {
            session.Certificates.Put(change.Host, chosen[change.Host]);
            var what = string.Create(CultureInfo.InvariantCulture, $"{change.Host} until {change.NotAfter:yyyy-MM-dd}");
            session.Ledger.Write(LedgerEvent.CertificateSet, detail: what);
            Console.Error.WriteLine(Quote.Text($"seaworthy: {what}."));
        }

        if (due.Count == 0)
        {
            Console.Error.WriteLine($"seaworthy: {session.Project} has these certificates already.");
        }

        return ExitCode.Fit;
    }
}
