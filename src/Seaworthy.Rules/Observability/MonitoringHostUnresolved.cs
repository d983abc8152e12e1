using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Ports;

namespace Seaworthy.Rules.Observability;

/// <summary>The configuration of a monitoring tool names hosts that do not resolve where the tool runs.</summary>
internal sealed class MonitoringHostUnresolved : Rule<IReadOnlyList<EndpointUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/monitoring-host-unresolved",
            Title = "Unresolved monitoring target",
            Area = Area.Observability,
            Severity = Severity.Medium,
            Rationale = "The target is not monitored: dashboards stay empty, and its alerts never fire or never stop.",
            Holds = "Every host of the configuration resolves where the tool runs.",
        };

    // Hosts of one file for one workload have one fix.
    public override IEnumerable<IReadOnlyList<EndpointUse>> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use.Origin is EndpointOrigin.Scrape or EndpointOrigin.Monitoring or EndpointOrigin.Alert
                && use.Answer != HostAnswer.External
                // The resolver of the machine may know names that the repository does not.
                && !(use is { Answer: HostAnswer.Nobody, Callee: null, Caller.UsesHostNetwork: true })
            )
            .GroupBy(use => new
            {
                use.Caller?.TargetName,
                use.Caller?.Name,
                use.Span.File.Path,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<EndpointUse> subject) =>
        new(subject[0].Caller?.Name ?? subject[0].Subject, subject[0].Span, subject[0].Name);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<EndpointUse> subject, Deployment deployment)
    {
        var target = subject[0].Caller?.TargetName ?? "its target";
        if (subject.Where(use => use is { Answer: HostAnswer.Nobody, Callee: null }).ToList() is { Count: > 0 } nobody)
        {
            var isOptional = nobody.TrueForAll(use => IsOptional(use.Span));
            yield return Report(
                    isOptional ? Warn : Fail,
                    nobody,
                    $"but no workload in {target} has {(nobody.Count == 1 ? "that name" : "those names")}",
                    deployment
                )
                .As(isOptional ? Severity.Low : Severity.Medium)
                .Remedy(
                    Meant(nobody[0], deployment) is { } meant
                        ? $"Write `{meant}` for {nobody[0].Host} in {nobody[0].Span}, if that workload is meant; otherwise remove the job."
                    : UnderAnotherName(nobody, deployment) is { } named
                        ? $"{named} Otherwise add the workload to {target}, or remove its job from {nobody[0].Span.File.Path}."
                    : $"Add the workloads to {target}, or remove their jobs from {nobody[0].Span.File.Path}."
                );
        }

        if (subject.Where(use => use is { Answer: HostAnswer.Nobody, Callee: not null }).ToList() is { Count: > 0 } nameless)
        {
            yield return Report(Fail, nameless, $"but {HostNetworkWords.Reason(nameless[0])}", deployment)
                .Related(HostNetworkWords.Places(nameless[0]))
                .Remedy(HostNetworkWords.Remedy(nameless[0]));
        }

        if (subject.Where(use => use is { Answer: HostAnswer.OtherNetwork, Callee.IsFragment: false }).ToList() is { Count: > 0 } apart)
        {
            yield return Report(Fail, apart, $"which shares no network with {apart[0].Caller?.Name}", deployment)
                .As(Severity.High)
                .Related(apart[0].Caller?.Networks.FirstOrDefault()?.Span)
                .Related(apart[0].Callee?.Networks.FirstOrDefault()?.Span)
                .Remedy($"Attach {apart[0].Caller?.Name} to the network of {apart[0].Host}.");
        }

        if (subject.Where(use => use is { Answer: HostAnswer.Undecided, Callee: not null }).ToList() is { Count: > 0 } elsewhere)
        {
            yield return Report(
                    Warn,
                    elsewhere,
                    $"which runs only in {elsewhere[0].Callee?.TargetName}, on another network than {elsewhere[0].Caller?.Name}",
                    deployment
                )
                .Related(elsewhere[0].Caller?.Networks.FirstOrDefault()?.Span)
                .Related(elsewhere[0].Callee?.Networks.FirstOrDefault()?.Span)
                .Remedy($"Attach {elsewhere[0].Caller?.Name} to the network of {elsewhere[0].Host} as an external network.");
        }

        if (subject.Where(IsItself).ToList() is { Count: > 0 } itself)
        {
            yield return Report(Fail, itself, OfItself(itself[0]), deployment)
                .Remedy($"Name the intended workload in {itself[0].Span}, or `host.docker.internal` for the host.");
        }

        if (subject.FirstOrDefault(use => use is { Answer: HostAnswer.Undecided, Callee: null }) is { } unknown)
        {
            yield return Unknown(
                unknown.Span,
                $"unknown whether {unknown.Host} resolves for {unknown.Caller?.Name ?? target}: {unknown.UndecidedBecause}."
            );
        }
    }

    /// <summary>The one workload beside it whose name extends the other, or the reverse: <c>api</c> and <c>api-service</c>.</summary>
    private static string? Meant(EndpointUse use, Deployment deployment)
    {
        var alike = deployment
            .Workloads.Where(workload => workload.TargetName == use.Caller?.TargetName)
            .SelectMany(workload => workload.HostNames)
            .Where(name => IsBeginning(use.Host, name) || IsBeginning(name, use.Host))
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The one workload beside it that has the port, and what makes it known: another target that loads the same file needs the name as it is.</summary>
    private static string? UnderAnotherName(List<EndpointUse> nobody, Deployment deployment)
    {
        var use = nobody[0];
        var open = deployment
            .Workloads.Where(workload => workload.TargetName == use.Caller?.TargetName && Has(workload, use.Port))
            .ToList();
        if (nobody.Count > 1 || open is not [{ HostNames: [var first, ..] } only] || only.Name == use.Caller?.Name)
        {
            return null;
        }

        var name = only.HostNames.Contains(only.Name) ? only.Name : first;
        var other = deployment.Endpoints.FirstOrDefault(same => same.Span == use.Span && same.Caller?.TargetName != use.Caller?.TargetName);
        return only.Kind == TargetKind.Compose && other?.Caller is { } elsewhere
            ? $"If {name} with port {use.Port} is meant, give it the network alias `{use.Host}` ({only.Span}), because {elsewhere.TargetName} reads the same file."
            : $"If {name} with port {use.Port} is meant, write that name in {use.Span}.";
    }

    private static bool Has(Workload workload, int? port) =>
        port is { } number && (workload.Listens.Contains(number) || workload.Ports.Any(binding => binding.Container == number));

    private static bool IsBeginning(string start, string name) =>
        start.Length > 2
        && name.Length > start.Length
        && name.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && name[start.Length] is '-' or '_';

    /// <summary>The comment above a job says that its target is optional: <c># container metrics (if cAdvisor is running)</c>.</summary>
    private static bool IsOptional(SourceSpan span) =>
        CommentAbove.Of(span) is { } comment
        && comment.Split(' ', '(', ')', ',', '.', ':').Any(word => word is "if" or "If" or "optional" or "Optional" or "OPTIONAL");

    // A tool that scrapes its own port is at localhost.
    private static bool IsItself(EndpointUse use) =>
        use
            is {
                Origin: EndpointOrigin.Scrape or EndpointOrigin.Alert,
                Answer: HostAnswer.Loopback,
                Port: { } port,
                Caller: { Sidecars.Count: 0 } caller
            }
        && !caller.Listens.Contains(port)
        && caller.Public?.Ports.Any(known => known.Number == port) != true
        && caller.Public is not null
        && caller.Start?.Text.Contains($":{port}", StringComparison.Ordinal) != true;

    private static Verdict Report(
        Func<SourceSpan, string, Verdict> outcome,
        List<EndpointUse> uses,
        string consequence,
        Deployment deployment
    ) =>
        outcome(uses[0].Span, $"{Names(uses)}, {consequence}.")
            .Related(uses.Skip(1).Select(use => use.Span))
            .Related(uses[0].Chain, "mounted here")
            .VerifyGoneOr(
                uses[0].Caller is { } caller
                    ? (CommandText)$"{TargetCommand.Exec(caller, deployment)} getent hosts {uses[0].Host}"
                    : $"getent hosts {uses[0].Host}"
            );

    private static string OfItself(EndpointUse use) =>
        $"but in its container that is {use.Caller?.Name} itself, which does not listen on that port";

    private static string Names(List<EndpointUse> uses)
    {
        var hosts = uses.Select(use => use.Port is { } port ? $"{use.Host}:{port}" : use.Host).Distinct(StringComparer.Ordinal);
        return $"{uses[0].Caller?.Name} connects to {string.Join(", ", hosts)} ({uses[0].Span.File.Path})";
    }
}
