using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The mounted directory of certbot does not have the certificate at the path that nginx reads, or only links that lead out of the mount.</summary>
/// <remarks>
/// Source: Certbot documentation, "Where are my certificates?": keys and certificates are in <c>/etc/letsencrypt/archive</c>, and <c>/etc/letsencrypt/live/DOMAIN</c> has symbolic links to
/// them, <c>../../archive/DOMAIN/fullchain1.pem</c>.
/// </remarks>
internal sealed class CertbotPathUnreachable : Rule<CertbotPathUnreachable.CertbotMount>
{
    private const string Home = "/etc/letsencrypt";
    private const string Live = "/etc/letsencrypt/live/";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/certbot-path-unreachable",
            Title = "Unreachable certbot certificate",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The server finds no certificate at the path, and nginx does not start without one.",
            Holds = "The certificates of certbot can be read in the container.",
        };

    public override IEnumerable<CertbotMount> Subjects(Deployment deployment) =>
        (
            from stack in deployment.ComposeStacks
            let homes = HomesOf(stack)
            from service in stack.Project.Services
            where !IsCertbot(service)
            from mount in service.Volumes
            let source = mount.Source?.Raw.TrimEnd('/')
            where source is not null && mount.Target is not null && (homes.Contains(source) || IsOfLive(source))
            select new CertbotMount(service, mount, source, WorkloadOf(deployment, stack, service))
        ).DistinctBy(mount => mount.Mount.Span);

    protected override Subject Identify(CertbotMount subject) => new(subject.Service.Name.Value, subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(CertbotMount subject, Deployment deployment)
    {
        if (IsOfLive(subject.Source))
        {
            if (!subject.Service.Volumes.Any(HasArchive))
            {
                yield return LikelyFail(
                        subject.Mount.Span,
                        $"{subject.Service.Name.Value} mounts only `{subject.Source}`, whose files are links to `../../archive`: they lead nowhere in the container."
                    )
                    .Remedy($"Mount `{Home}:{Home}:ro` in {subject.Mount.Span}, and name the files below `{Live}`.")
                    .VerifyGone();
            }

            yield break;
        }

        var target = subject.Mount.Target?.Raw.TrimEnd('/') ?? "";
        foreach (var certificate in Certificates(deployment, subject.Workload))
        {
            var inside = certificate.Value.StartsWith(target + "/", StringComparison.Ordinal)
                ? certificate.Value[(target.Length + 1)..].Split('/')
                : [];
            if (
                inside is not ([_] or ["live", _])
                || !inside[^1].EndsWith(".pem", StringComparison.Ordinal)
                || subject.Service.Volumes.Any(other => other != subject.Mount && other.Target?.Raw == certificate.Value)
            )
            {
                continue;
            }

            yield return LikelyFail(
                    certificate.Span,
                    $"nginx reads `{certificate.Value}`, but in `{subject.Source}` certbot keeps certificates at `live/DOMAIN/{inside[^1]}`."
                )
                .On(certificate.Value)
                .Related(subject.Mount.Span, "the whole directory of certbot")
                .Remedy($"Write `{target}/live/DOMAIN/{inside[^1]}` in {certificate.Span}, with the name of the certificate.")
                .VerifyOneGone();
        }
    }

    /// <summary>The directory itself, and what a certbot of the project mounts in its place.</summary>
    private static HashSet<string> HomesOf(ComposeStack stack) =>
        stack
            .Project.Services.Where(IsCertbot)
            .SelectMany(service => service.Volumes)
            .Where(mount => mount.Target?.Raw.TrimEnd('/') == Home)
            .Select(mount => mount.Source?.Raw.TrimEnd('/'))
            .OfType<string>()
            .Append(Home)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsCertbot(ComposeService service) => service.Image?.Raw.Contains("certbot", StringComparison.Ordinal) == true;

    /// <summary>A directory of links; a file is resolved as it is mounted.</summary>
    private static bool IsOfLive(string source) =>
        source.StartsWith(Live, StringComparison.Ordinal)
        && !source.EndsWith(".pem", StringComparison.Ordinal)
        && source.Length > Live.Length;

    private static bool HasArchive(ComposeMount mount) =>
        mount.Source?.Raw.TrimEnd('/') is Home or Home + "/archive"
        || mount.Source?.Raw.StartsWith(Home + "/archive/", StringComparison.Ordinal) == true;

    private static Workload? WorkloadOf(Deployment deployment, ComposeStack stack, ComposeService service) =>
        deployment.Workloads.FirstOrDefault(workload =>
            workload.Kind == TargetKind.Compose && workload.Name == service.Name.Value && workload.TargetName == stack.Name
        );

    private static IEnumerable<Fact<string>> Certificates(Deployment deployment, Workload? workload)
    {
        var copied = workload?.Image?.Final.Files.CopiedUnder("/etc/nginx").Select(file => file.Source) ?? [];
        var mounted = (workload?.Mounts ?? [])
            .Where(mount => mount.Kind == MountKind.Bind && mount.Path.StartsWith("/etc/nginx", StringComparison.Ordinal))
            .Select(mount => mount.Source)
            .OfType<string>()
            .SelectMany(source =>
                deployment.Tree.HasDirectory(source) ? deployment.Tree.FilesUnder(source).Select(file => file.Path) : [source]
            );
        return copied
            .Concat(mounted)
            .Distinct(StringComparer.Ordinal)
            .Select(path => deployment.At<NginxFile>(path))
            .OfType<NginxFile>()
            .SelectMany(file => file.Servers)
            .SelectMany(server => server.Certificates);
    }

    internal sealed record CertbotMount(ComposeService Service, ComposeMount Mount, string Source, Workload? Workload);
}
