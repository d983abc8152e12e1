using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check calls a program that its image does not have.</summary>
internal sealed partial class ProbeClientMissing : Rule<ProbedWorkload>
{
    private const string Keycloak = "quay.io/keycloak/keycloak";
    private const string Qdrant = "qdrant/qdrant";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-client-missing",
            Title = "Missing health check program",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "The check always fails: the container stays unhealthy, and services that wait for it never start.",
            Holds = "The image has the program that the health check calls.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload
            .Of(deployment)
            .Where(subject => subject.Probe.Clients.Any(client => ImagePrograms.IsTracked(client.Value)) || MayBeMoved(subject));

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        var (workload, probe) = subject;
        if (IsOfAnotherProcess(subject) && !ProbedWorkload.IsAwaited(subject.Workload, deployment))
        {
            yield break;
        }

        if (Moved(subject) is { } gone)
        {
            yield return Fail(
                    gone.Client.Span,
                    $"The {probe.Origin} of {subject.Workload.Name} calls `{gone.Program.Old}`, but {Base(subject.Workload)} has it at `{gone.Program.Now}`."
                )
                .Related(subject.Workload.Reference?.Span)
                .Remedy($"Call `{gone.Program.Now}` in {gone.Client.Span}, {gone.Program.Note}.")
                .Verify(TargetCommand.Healthy(workload, deployment));
            yield break;
        }

        var tracked = probe.Clients.Where(client => ImagePrograms.IsTracked(client.Value)).ToList();
        var answers = tracked.Select(client => new { Client = client, Answer = Find(subject.Workload, client.Value) }).ToList();
        var absent = answers.Where(pair => pair.Answer.Presence == Presence.Absent).ToList();
        if (absent.Count == 0 || (probe.ClientsAreAlternatives && absent.Count < probe.Clients.Count))
        {
            if (
                !probe.ClientsAreAlternatives
                && answers.Find(pair => pair.Answer.Presence == Presence.Unknown) is { Answer.Why: { } why } doubt
            )
            {
                yield return Unknown(
                    probe.Span,
                    $"The {probe.Origin} of {subject.Workload.Name} calls `{doubt.Client.Value}`; unknown whether the image has it: {why}."
                );
            }

            yield break;
        }

        if (absent.TrueForAll(pair => (subject.Workload.Start?.Whole ?? []).Any(command => Brings(command, pair.Client.Value))))
        {
            yield break;
        }

        var names = string.Join(" and ", absent.Select(pair => $"`{pair.Client.Value}`"));
        if (InstalledAtStart(subject.Workload, absent[0].Client.Value, deployment) is { } script)
        {
            yield return Unknown(
                probe.Span,
                $"The {probe.Origin} of {subject.Workload.Name} calls {names}; unknown whether {script} installs it at start."
            );
            yield break;
        }

        var verdict = Fail(
                absent[0].Client.Span,
                $"The {probe.Origin} of {subject.Workload.Name} calls {names}, but {Base(subject.Workload)} does not have it and nothing installs it."
            )
            .Related(subject.Workload.Image is { } image ? Bottom(image).Declared.Span : null)
            .Remedy(
                subject.Workload is { Image: null, Public: { } known } && WithoutClient(known, subject.Workload) is { } way
                    ? way
                    : $"Install {names} in the image, or check with what it has: {Instead(subject.Workload, probe)}."
            )
            .Verify(TargetCommand.Healthy(workload, deployment));
        yield return subject.Counted(verdict, isAnswered: false, deployment);
    }

    /// <summary>The check comes with the image and is for its server; the target runs a one-shot command instead.</summary>
    private static bool IsOfAnotherProcess(ProbedWorkload subject) =>
        subject.Workload is { IsOneShot: true, Start: { } start } && start.Span.File != subject.Probe.Span.File;

    /// <summary>It calls a program by path that another release of the image has elsewhere.</summary>
    private static bool MayBeMoved(ProbedWorkload subject) =>
        subject is { Workload: { Image: null, Public: { } image }, Probe.ClientPaths: var paths }
        && paths.Any(path => image.Moved.Any(moved => path.Value == moved.Old || path.Value == moved.Now));

    /// <summary>A client at a path that the image no longer has, unless another client replaces it.</summary>
    private static MovedClient? Moved(ProbedWorkload subject)
    {
        if (subject.Workload is not { Image: null, Public: { } image })
        {
            return null;
        }

        var gone = subject
            .Probe.ClientPaths.SelectMany(client =>
                image.Moved.Where(moved => moved.Old == client.Value).Select(moved => new MovedClient(client, moved))
            )
            .ToList();
        return gone.Count > 0 && !(subject.Probe.ClientsAreAlternatives && gone.Count < subject.Probe.ClientPaths.Count) ? gone[0] : null;
    }

    /// <summary>A script of the repository that installs the program, where the image starts with a script from the build.</summary>
    private static SourceSpan? InstalledAtStart(Workload workload, string program, Deployment deployment) =>
        workload.Image is { Final: { Entrypoint: { } entry } final }
        && entry
            .Words.Select(word => word.Value)
            .Any(word =>
                word.EndsWith(".sh", StringComparison.Ordinal) && final.Files.Find(Absolute(final, word)).Presence != Presence.Present
            )
            ? deployment
                .Of<ShellScript>()
                .SelectMany(script => script.Commands)
                .Where(command => Brings(command, program))
                .Select(command => (SourceSpan?)command.Span)
                .FirstOrDefault()
            : null;

    private static bool Brings(ShellCommand command, string program) =>
        KnownCommand
            .Of(command)
            .OfType<PackageInstallCommand>()
            .Any(install => install.Packages.Any(word => word.Literal is { } package && ImagePrograms.Brings(package, program)));

    private static string Absolute(ImageStage stage, string path) =>
        path is ['/', ..] ? path : $"{stage.WorkingDirectory?.TrimEnd('/')}/{path}";

    private static PathAnswer Find(Workload workload, string program) =>
        workload.Image is { } image
            ? ImagePrograms.Find(image, program)
            : workload.Public?.HasTool(program) switch
            {
                true => new PathAnswer(Presence.Present, program),
                false => new PathAnswer(Presence.Absent, program),
                null => new PathAnswer(Presence.Unknown, program, Why: "the contents of its image are not known"),
            };

    private static string Base(Workload workload) =>
        workload.Image is not { } image
            ? workload.Reference?.Value.Text is { } pulled
                ? $"`{pulled}`"
                : "its image"
            : Bottom(image).Base.Text is { } reference
                ? $"its base image `{reference}`"
                : "its image";

    /// <summary>The lowest stage below the last one: its base is an image.</summary>
    private static ImageStage Bottom(Image image) => image.Down(image.Final).Last();

    /// <summary>How to check an image that its publisher ships without any client, where known.</summary>
    /// <remarks>Sources: Keycloak, "Tracking instance status with health checks"; qdrant/qdrant, issue 4250; OpenTelemetry, "Health Check Extension".</remarks>
    private static string? WithoutClient(PublicImage image, Workload workload) =>
        image switch
        {
            { Name: Keycloak } =>
                $"Set KC_HEALTH_ENABLED to true and check with bash, which the image has: `bash -c 'exec 3<>/dev/tcp/127.0.0.1/{(IsBeforeManagementPort(workload) ? 8080 : 9000)} && printf \"GET /health/ready HTTP/1.0\\r\\n\\r\\n\" >&3 && grep -q UP <&3'`{(IsKnownRelease(workload) ? "" : " (before release 25 on port 8080)")}.",
            { Name: Qdrant } =>
                "Check with bash, which the image has: `bash -c 'exec 3<>/dev/tcp/127.0.0.1/6333 && printf \"GET /readyz HTTP/1.0\\r\\n\\r\\n\" >&3 && grep -q 200 <&3'`.",
            { System: BaseSystem.None } =>
                "Remove the check: the image has neither a shell nor a package manager. Check it from outside, from another container or the monitoring.",
            _ => null,
        };

    /// <summary>Since release 25 Keycloak answers checks on its management port.</summary>
    /// <remarks>Source: Keycloak, "Upgrading Guide", "Migrating to 25.0.0", Management port for metrics and health endpoints.</remarks>
    private static bool IsBeforeManagementPort(Workload workload) => Release(workload) is < 25;

    private static bool IsKnownRelease(Workload workload) => Release(workload) is not null;

    /// <summary>The first number of the image's tag.</summary>
    private static int? Release(Workload workload) =>
        workload.Reference?.Value.Text is { } text
        && ImageReference.Parse(text)?.Tag is { } tag
        && int.TryParse(tag.Split('.', '-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var release)
            ? release
            : null;

    private static string Instead(Workload workload, Probe probe)
    {
        // By number: Alpine's wget resolves localhost to ::1, where an IPv4 server does not answer.
        var url = $"http://127.0.0.1:{Port(workload, probe)}{probe.Path ?? "/"}";
        var known = workload.Image?.Final.PublicBase ?? workload.Public;
        return known?.Name switch
        {
            "python" => $"`python -c \"import urllib.request; urllib.request.urlopen('{url}')\"`",
            "mongo" => "`mongosh --quiet --eval \"db.adminCommand('ping')\"`",
            "node" => $"`node -e \"fetch('{url}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))\"`",
            _ when known?.HasTool("wget") == true => $"`wget -q --spider {url}`",
            _ => "a command of the application itself",
        };
    }

    /// <summary>The probed port; for a variable, its default or the only port that the process opens.</summary>
    private static string Port(Workload workload, Probe probe) =>
        probe.Port is { } port ? port.ToString(CultureInfo.InvariantCulture)
        : probe.DefaultPort is { } beside ? beside
        : workload.Listens.Ports.Select(listening => listening.Port).Distinct().ToList() is [var only]
            ? only.ToString(CultureInfo.InvariantCulture)
        : "<port>";

    [GeneratedRegex(@":\$\$?\{\w+:?-(\d+)\}")]
    private static partial Regex DefaultPort();

    private sealed record MovedClient(Fact<string> Client, MovedProgram Program);
}
