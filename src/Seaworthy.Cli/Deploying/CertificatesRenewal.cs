using System.CommandLine;
using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy certificates renew</c>: orders certificates anew that end soon. It works on what was deployed, whatever lies in the tree by now.</summary>
internal static class CertificatesRenewal
{
    private static readonly DeployArguments Arguments = new();

    private static readonly AcmeArguments Acme = new();

    private static readonly ScheduleArguments Schedules = new();

    private static readonly Option<string> Within = new("--within")
    {
        Description = "Renew what ends within this time. [default: 30d]",
        HelpName = "time",
        DefaultValueFactory = _ => ShortTime.Text(ServedCertificate.Renewal),
    };

    public static Command Create()
    {
        Command command = new("renew", "Renew the certificates that a server of ACME issued, before they end.") { Within };
        Within.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && ShortTime.Parse(text) is null)
            {
                result.AddError("--within takes a time such as 30d.");
            }
        });
        Acme.AddTo(command);
        Schedules.AddTo(command);
        Arguments.AddTo(command, noCluster: CertificatesCommand.NoCluster);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        if (Schedules.When(parsed) is not { } when)
        {
            return Arguments.Round(parsed).Run(host => Renew(parsed, host, target));
        }

        var line = Schedules.Repeated(parsed, Arguments.Root(parsed), "certificates", "renew");
        Console.Out.Write(Schedule.Of(when, ScheduledJob.Renewal(target.Rendered.Project.Name), Environment.UserName, line));
        return ExitCode.Fit;
    }

    private static int Renew(ParseResult parsed, IHost host, DeployTarget target)
    {
        using var held = Arguments.Hold(parsed, host, target, new ProgressWriter(isJson: false, host).Write, out var code);
        if (held is null)
        {
            return code;
        }

        var session = held.Session;
        var hosts = session.State.Layout?.OrderedHosts ?? [];
        if (hosts.Count == 0 || session.Acme.Record.Account is not { } account)
        {
            Console.Error.WriteLine(
                $"seaworthy: {session.Project} orders no certificates: name an account with seaworthy.acme, and deploy."
            );
            return ExitCode.Usage;
        }

        if (hosts.Where(each => session.Certificates.Served(each) is null).ToList() is [_, ..] hidden)
        {
            Console.Error.WriteLine(
                $"seaworthy: the proxy shows no certificate for {string.Join(", ", hidden)}, and answers no server of ACME: deploy first."
            );
            return (int)DeployOutcome.Preparation;
        }

        var ending = session.Acme.Ending(hosts, ShortTime.Parse(parsed.GetValue(Within) ?? "") ?? ServedCertificate.Renewal);
        if (ending.Count == 0)
        {
            Console.Error.WriteLine($"seaworthy: no certificate of {session.Project} ends so soon.");
        }

        // One that is refused keeps no other from being tried.
        var refused = ending.Count(each => !IsRenewed(session, account, Acme.Image(parsed), each));
        return refused == 0 ? ExitCode.Fit : (int)DeployOutcome.Preparation;
    }

    private static bool IsRenewed(DeploySession session, AcmeAccount account, string image, string host)
    {
        try
        {
            var until = session.Acme.Issue(account, image, host);
            var what = string.Create(CultureInfo.InvariantCulture, $"{host} until {until:yyyy-MM-dd}");
            session.Ledger.Write(LedgerEvent.CertificateSet, detail: what);
            Console.Error.WriteLine(Quote.Text($"seaworthy: {what}."));
            return true;
        }
        catch (DeployFailedException failure)
        {
            Console.Error.WriteLine(Quote.Text($"seaworthy: {session.Mask.Of(failure.Message)}; the old certificate is served."));
            return false;
        }
    }
}
