using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Seaworthy.Cli.Commands;
using Seaworthy.Cli.Terminal;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy deploy</c>: a Compose project behind the gate, without a pause, and back when it fails.</summary>
internal static class DeployCommand
{
    public const string Lesson = """
        The Compose file is the configuration. Services without data start beside the old ones, behind a proxy of their own;
        services with data are stopped first. Labels in the file say what it cannot:
          seaworthy.update        start-first or stop-first
          seaworthy.health        a path that answers 200, for a service without a health check
          seaworthy.migrate       a command to run once from the new image before it starts
          seaworthy.migrate-undo  the command that takes it back after a failure
          seaworthy.domain        host names for which the proxy ends TLS, on published port 443
          seaworthy.tls           another published port on which TLS ends
          seaworthy.hsts          for how long browsers are to come by TLS alone: 30d
          seaworthy.acme          mail address of the account that orders certificates for these hosts
          seaworthy.acme-directory  another server than Let's Encrypt

        Exit codes:
          0   deployed, or nothing to do
          10  the audit found what blocks
          11  a backup failed, or could not be restored
          12  a migration failed
          13  a new container did not become healthy; the old ones serve
          14  the new containers failed under traffic; the old ones serve again
          15  something could not be undone: the steps to do by hand are printed
          16  an image, port, variable, volume or certificate is missing; nothing was touched
          17  somebody else deploys, or 'seaworthy lock' keeps deployments out

        Examples:
          seaworthy deploy --dry-run                   every step with its commands and its undo
          seaworthy deploy                             the project in this directory
          seaworthy deploy --env staging               where and what seaworthy.yaml says; else beside it, under another name
          seaworthy deploy --canary 10%:5m             a tenth of the traffic for five minutes first
          seaworthy deploy --tls-certificate fullchain.pem --tls-key privkey.pem
          seaworthy deploy --on ssh://me@a.example --on ssh://me@b.example
                                                       host after host, up to the first that fails
          seaworthy deploy --on kube-context://prod/shop --target k8s
                                                       manifests, a kustomization or a chart to a cluster, by kubectl
          seaworthy deploy --accept 4be1f0 --reason …  although one finding blocks
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly SecretsArguments Secrets = new();

    private static readonly SettingsArguments Settings = new();

    private static readonly GateArguments Gate = new("a FAIL", "a WARN");

    private static readonly CertificateArguments Tls = new();

    private static readonly AcmeArguments Acme = new();

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print the plan; build and touch nothing." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print a line of JSON per event; with --dry-run the plan." };

    private static readonly Option<string[]> Accept = new("--accept")
    {
        Description = "Deploy although this finding blocks; needs --reason. Repeatable.",
        HelpName = "fingerprint",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why it is accepted, for the ledger.",
        HelpName = "text",
    };

    private static readonly Option<string?> Canary = new("--canary")
    {
        Description = "Share of the traffic that new containers get first, and for how long.",
        HelpName = "10%:5m",
    };

    private static readonly Option<string> Watch = Time("--watch", "Watch the new release for this long.", "10s");

    private static readonly Option<string> HealthLimit = Time("--health-timeout", "Wait this long for a container to be well.", "120s");

    private static readonly Option<int> MaxFailures = new("--max-failures")
    {
        Description = "Go on with the next host of --on although this many failed. [default: 0]",
        HelpName = "number",
        DefaultValueFactory = result => Arguments.Declared(result)?.MaxFailures ?? 0,
    };

    private static readonly Option<int> Batch = new("--batch")
    {
        Description = "Deploy this many hosts of --on at once. [default: 1]",
        HelpName = "number",
        DefaultValueFactory = result => Arguments.Declared(result)?.Batch ?? 1,
    };

    private static readonly Option<bool> ForceConflicts = new("--force-conflicts")
    {
        Description = "On a cluster, set fields that others have set as well.",
    };

    // They are about the engine and its proxy.
    private static readonly string[] OfEngine =
    [
        "--canary",
        "--proxy-image",
        "--tls-certificate",
        "--tls-key",
        "--env-file",
        "--secrets-command",
        "--key-file",
        "--key-command",
        "--max-failures",
        "--batch",
    ];

    private static readonly Option<string> ProxyImage = new("--proxy-image")
    {
        Description = "Image of HAProxy 2.6 or later. [default: haproxy:2.6-alpine]",
        HelpName = "image",
        DefaultValueFactory = _ => "haproxy:2.6-alpine",
    };

    public static Command Create()
    {
        Command command = new("deploy", "Deploy a Compose project: audit, back up, migrate, switch, watch, roll back.")
        {
            DryRun,
            Json,
            Accept,
            Reason,
            Canary,
            Watch,
            HealthLimit,
            ProxyImage,
            MaxFailures,
            Batch,
            ForceConflicts,
        };
        command.Validators.Add(CheckCluster);
        From(MaxFailures, 0);
        From(Batch, 1);
        Canary.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Seaworthy.Deploying.Planning.Canary.Parse(text) is null)
            {
                result.AddError("--canary takes a share and a time: 10%:5m.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(Accept) is { Implicit: false } && result.GetResult(Reason) is null)
            {
                result.AddError("--accept needs --reason: the ledger keeps it.");
            }
        });
        Arguments.AddTo(command);
        Secrets.AddTo(command);
        Tls.AddTo(command);
        Acme.AddTo(command);
        Settings.AddTo(command, withRules: false);
        Gate.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static void CheckCluster(CommandResult result)
    {
        var isOnCluster = Arguments.IsOnCluster(result);
        foreach (
            var option in result
                .Children.OfType<OptionResult>()
                .Where(option => isOnCluster && !option.Implicit && OfEngine.Contains(option.Option.Name))
        )
        {
            result.AddError($"{option.Option.Name} says nothing to a cluster: leave it out with {ClusterAddress.Scheme}.");
        }

        if (!isOnCluster && result.GetResult(ForceConflicts) is { Implicit: false })
        {
            result.AddError($"--force-conflicts needs --on {ClusterAddress.Scheme}.");
        }
    }

    private static void From(Option<int> option, int least) =>
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                && number < least
            )
            {
                result.AddError($"{option.Name} takes a number from {least} on.");
            }
        });

    private static Option<string> Time(string name, string description, string usual)
    {
        Option<string> option = new(name)
        {
            Description = $"{description} [default: {usual}]",
            HelpName = "time",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && ShortTime.Parse(text) is null)
            {
                result.AddError($"{name} takes a time: 30s, 5m.");
            }
        });
        return option;
    }

    private static int Run(ParseResult parsed)
    {
        if (Audit(parsed) is not { } read)
        {
            return ExitCode.Usage;
        }

        if (Arguments.Cluster(parsed) is { } cluster)
        {
            return Run(parsed, cluster, read);
        }

        if (Target(parsed, read.Report.Deployment, read.Root) is not { } target)
        {
            return ExitCode.Usage;
        }

        AuditedTarget audited = new(read.Report, target, Tls.Read(parsed, read.Root));
        Complain([.. audited.Certificates.Notes]);
        DeployGate gate = new(audited.Report, [audited.Target.Target], parsed.GetValue(Accept) ?? [], parsed.GetValue(Reason) ?? "");
        var round = Arguments.Round(parsed, parsed.GetValue(MaxFailures), hasHeadings: !parsed.GetValue(Json), parsed.GetValue(Batch));
        return parsed.GetValue(DryRun)
            ? round.Run(host => Show(parsed, host, audited, gate))
            : NextStep.After(round.Run(host => Run(parsed, host, audited, gate)), parsed);
    }

    private static int Run(ParseResult parsed, ClusterAddress cluster, AuditedTree read)
    {
        if (ClusterTarget.Find(read.Report.Deployment, Arguments.Wanted(parsed), Console.Error) is not { } target)
        {
            return ExitCode.Usage;
        }

        DeployGate gate = new(read.Report, target.Targets, parsed.GetValue(Accept) ?? [], parsed.GetValue(Reason) ?? "");
        ClusterDeploy deploy = new(Arguments, parsed, target, gate, read.Root)
        {
            Request = Request(parsed, read.Report, gate),
            IsJson = parsed.GetValue(Json),
        };
        return NextStep.After(Arguments.Round(parsed).Run(host => deploy.Run(host, cluster, read.Report.Deployment)), parsed);
    }

    private static int Run(ParseResult parsed, IHost host, AuditedTarget audited, DeployGate gate)
    {
        using var held = Arguments.Hold(parsed, host, audited.Target, new ProgressWriter(parsed.GetValue(Json), host).Write, out var code);
        return held is null ? code : Deploy(parsed, audited, gate, held.Session);
    }

    private static int Show(ParseResult parsed, IHost host, AuditedTarget audited, DeployGate gate)
    {
        var isFit = Says(host, audited, gate);
        var session = Arguments.Session(parsed, host, audited.Target);
        if (
            Prepare(session, audited, Request(parsed, audited.Report, gate) with { Certificates = audited.Certificates })
            is not { } prepared
        )
        {
            return (int)DeployOutcome.Preparation;
        }

        if (parsed.GetValue(Json))
        {
            PlanWriter.WriteJson(prepared, host);
        }
        else
        {
            PlanWriter.Write(prepared, Console.Out);
        }

        if (isFit is 0 && Complain([.. Preflight.Uncertified(prepared)]))
        {
            return (int)DeployOutcome.Preparation;
        }

        // Images that are not built yet are judged by their Dockerfiles.
        return Complain(Preflight.Unasked(prepared)) && isFit == 0 ? (int)DeployOutcome.Health : isFit;
    }

    private static int Deploy(ParseResult parsed, AuditedTarget audited, DeployGate gate, DeploySession session)
    {
        if (Says(session.Host, audited, gate) is not 0 and var refused)
        {
            session.Ledger.Write(LedgerEvent.Refused, detail: $"exit code {refused}");
            return refused;
        }

        var request = Request(parsed, audited.Report, gate) with { Certificates = audited.Certificates };
        // What is missing is said before images are built.
        if (Prepare(session, audited, request with { IsDryRun = true }) is not { } foreseen)
        {
            return (int)DeployOutcome.Preparation;
        }

        if (Refusal(session, foreseen) is not 0 and var missing)
        {
            return missing;
        }

        if (Prepare(session, audited, request) is not { } prepared)
        {
            return (int)DeployOutcome.Preparation;
        }

        if (prepared.Plan.IsEmpty)
        {
            Console.Error.WriteLine($"seaworthy: {session.Project} runs as it is declared; there is nothing to do.");
            return ExitCode.Fit;
        }

        if (Refusal(session, prepared) is not 0 and var refusal)
        {
            return refusal;
        }

        audited.Target.NoteReads(session);
        return (int)session.Deploy(prepared);
    }

    /// <summary>0 when it can begin; else the exit code, and the reasons are on standard error.</summary>
    private static int Refusal(DeploySession session, PreparedDeploy prepared) =>
        Complain(Preflight.Unasked(prepared)) ? (int)DeployOutcome.Health
        : Complain(new Preflight(session.Engine, session.Host).Faults(prepared, session.State.Path)) ? (int)DeployOutcome.Preparation
        : 0;

    /// <summary>0 when it may be deployed; else the exit code, and the reasons are on standard error.</summary>
    private static int Says(IHost host, AuditedTarget audited, DeployGate gate)
    {
        if (IsClosed(gate))
        {
            return (int)DeployOutcome.Gate;
        }

        var rendered = audited.Target.Rendered;
        IReadOnlyList<string> uncommitted = audited.Report.Repository is { HasChanges: true, Commit: { Length: > 12 } commit }
            ? [$"the tree has changes that commit {commit[..12]} does not have; the release is recorded as changed"]
            : [];
        foreach (var note in rendered.Notes.Concat(uncommitted))
        {
            Console.Error.WriteLine(Quote.Text($"note: {note}."));
        }

        return
            Complain([.. rendered.Problems, .. host.IsHere ? [] : Preflight.Unreachable(rendered.Project, host.Name)])
            || Complain(audited.Certificates.Faults)
            || Complain([.. audited.Certificates.Strangers(ProxyLayout.Of(rendered.Project, "").CertifiedHosts)])
            ? (int)DeployOutcome.Preparation
            : 0;
    }

    /// <summary>Whether the audit keeps it from being deployed: what blocks is then on standard error.</summary>
    internal static bool IsClosed(DeployGate gate)
    {
        foreach (var finding in gate.Closing)
        {
            Console.Error.WriteLine(
                Quote.Text($"seaworthy: {finding.Rule.Id} blocks ({finding.Primary.Span}): {finding.Verdict.Message} [{finding.Id}]")
            );
        }

        if (gate.Closing.Count > 0)
        {
            Console.Error.WriteLine("seaworthy: nothing was deployed. Fix what blocks, or name it with --accept and --reason.");
        }

        return gate.Closing.Count > 0;
    }

    /// <summary>Whether there were any: each is a line on standard error.</summary>
    internal static bool Complain(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(Quote.Text($"seaworthy: {fault}."));
        }

        return faults.Count > 0;
    }

    private static PreparedDeploy? Prepare(DeploySession session, AuditedTarget audited, DeployRequest request)
    {
        try
        {
            return session.Prepare(audited.Target.Rendered.Project, request);
        }
        catch (DeployFailedException failure)
        {
            Console.Error.WriteLine(session.Mask.Of(failure.Log));
            Complain([session.Mask.Of(failure.Message)]);
            return null;
        }
    }

    private static DeployRequest Request(ParseResult parsed, Report report, DeployGate gate) =>
        new()
        {
            Commit = report.Repository?.Commit,
            HasChanges = report.Repository?.HasChanges == true,
            ProxyImage = parsed.GetValue(ProxyImage) ?? "",
            Watch = ShortTime.Parse(parsed.GetValue(Watch) ?? "") ?? TimeSpan.FromSeconds(10),
            HealthLimit = ShortTime.Parse(parsed.GetValue(HealthLimit) ?? "") ?? TimeSpan.FromSeconds(120),
            Canary = parsed.GetValue(Canary) is { } canary ? Seaworthy.Deploying.Planning.Canary.Parse(canary) : null,
            Accepted = gate.Accepted,
            AcmeImage = Acme.Image(parsed),
            TakesOverFields = parsed.GetValue(ForceConflicts),
            IsDryRun = parsed.GetValue(DryRun),
        };

    private static AuditedTree? Audit(ParseResult parsed)
    {
        _ = Engine.Audit.Prepare();
        using Progress progress = new();
        using var opened = Arguments.Open(parsed);
        using var source = opened is null ? null : Settings.Source(parsed, opened.Root);
        if (opened is null || source is null)
        {
            return null;
        }

        var listing = opened.Repository.List();
        if (source.Options(opened.Repository, listing) is not { } options)
        {
            return null;
        }

        return new AuditedTree(Engine.Audit.Run(opened.Repository, options with { Gate = Gate.Of(parsed) }, progress.Begin), opened.Root);
    }

    private static DeployTarget? Target(ParseResult parsed, Deployment deployment, string root)
    {
        var environment = Arguments.Environment(parsed);
        if (
            Secrets.Values(parsed, root, environment) is not { } secrets
            || Arguments.Target(parsed, deployment, root, secrets) is not { } target
        )
        {
            return null;
        }

        try
        {
            return target with { CopyKeys = BackupArguments.Keys(parsed, Secrets.Keys, root, environment) };
        }
        catch (SecretsException exception)
        {
            Console.Error.WriteLine($"seaworthy: {exception.Message}.");
            return null;
        }
    }

    private sealed record AuditedTree(Report Report, string Root);

    private sealed record AuditedTarget(Report Report, DeployTarget Target, GivenCertificates Certificates);
}
