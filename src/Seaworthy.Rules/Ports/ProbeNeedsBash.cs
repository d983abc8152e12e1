using Seaworthy.Model;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check opens <c>/dev/tcp</c> in a shell that has no such feature.</summary>
internal sealed class ProbeNeedsBash : Rule<ProbedWorkload>
{
    private const string Dash = "dash";
    private const string Ash = "BusyBox ash";

    private static readonly string[] Debian = ["-slim", "-bookworm", "-bullseye", "-buster", "-trixie", "-jammy", "-noble", "-focal"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-needs-bash",
            Title = "Health check needs bash",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Only bash opens `/dev/tcp/host/port`; other shells look for a file, so the check always fails.",
            Holds = "The shell of the health check has the feature.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload.Of(deployment).Where(subject => subject.Probe.OpensSocket);

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        var image = subject.Workload.Image;
        if (subject.Probe.NamesBash || image is not null && image.Down(image.Final).Any(stage => stage.Declared.HasOwnShell))
        {
            yield break;
        }

        var name = image is null ? subject.Workload.Reference?.Value.Text : image.Down(image.Final).Last().Base.Text;
        var known = image?.Final.PublicBase ?? subject.Workload.Public;
        if (name is null || Shell(known, name) is not { } shell)
        {
            yield break;
        }

        var verdict = Fail(
                subject.Probe.Span,
                $"The {subject.Probe.Origin} of {subject.Workload.Name} opens `/dev/tcp` in `sh`, which is {shell} in `{name}`: it always fails."
            )
            .Related(image?.Final.Declared.Span ?? subject.Workload.Reference?.Span)
            .Remedy(
                shell == Dash
                    ? $"Call bash in {subject.Probe.Span}: `[\"CMD\", \"bash\", \"-c\", \"exec 3<>/dev/tcp/127.0.0.1/{subject.Probe.Port ?? 8080}\"]`."
                    : $"Use a client that the image has in {subject.Probe.Span}, such as `wget -q --spider http://127.0.0.1:{subject.Probe.Port ?? 8080}{subject.Probe.Path ?? "/"}`, or install bash and call it."
            )
            .Verify(TargetCommand.Healthy(subject.Workload, deployment));
        yield return subject.Counted(verdict, isAnswered: false, deployment);
    }

    /// <summary>What <c>/bin/sh</c> is; null where it is bash, or not known.</summary>
    private static string? Shell(PublicImage? known, string name) =>
        known?.System switch
        {
            BaseSystem.Debian or BaseSystem.DebianFull or BaseSystem.Ubuntu => Dash,
            BaseSystem.Alpine or BaseSystem.Busybox => Ash,
            _ when name.Contains("alpine", StringComparison.Ordinal) => Ash,
            // The names of releases and variants that official images take over from Debian and Ubuntu.
            _ when Array.Exists(Debian, word => name.EndsWith(word, StringComparison.Ordinal)) => Dash,
            _ => null,
        };
}
