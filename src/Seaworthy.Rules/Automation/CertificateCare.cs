using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Automation;

/// <summary>What becomes of the certificates of one certbot: who gets them, renews them and serves them.</summary>
/// <remarks>Source: Certbot documentation, "User Guide": <c>certonly</c>, <c>renew</c>, <c>--deploy-hook</c>.</remarks>
internal sealed class CertificateCare(Workload certbot, Deployment deployment)
{
    private const string Directory = "/etc/letsencrypt";

    private static readonly string[] HookOptions = ["--deploy-hook", "--post-hook", "--renew-hook"];

    private readonly IReadOnlyList<ShellCommand> own = certbot.Start?.Commands ?? [];

    /// <summary>The command of its own that renews.</summary>
    public ShellCommand? Renewing => own.FirstOrDefault(command => Has(command, "renew"));

    public bool Hooks =>
        own.Any(command => command.Words.Any(word => HookOptions.Any(hook => word.Prefix.StartsWith(hook, StringComparison.Ordinal))));

    /// <summary>Where it gets a certificate: its own command, or one that starts it.</summary>
    public SourceSpan? Issuing =>
        certbot.Start?.Arguments?.Words.Contains("certonly") == true || own.Any(command => Has(command, "certonly"))
            ? certbot.Start?.Span
            : deployment
                .Commands.Select(site => site.Command)
                .Concat(deployment.Of<Document>().SelectMany(document => document.Commands))
                .FirstOrDefault(command => Has(command, "certonly") && command.Words.Any(word => word.Literal == certbot.Name))
                ?.Span;

    /// <summary>nginx, which has the same files mounted.</summary>
    public Workload? Reader =>
        Mounted(certbot) is { Source: { } source }
            ? deployment
                .Workloads.Where(workload => workload.Span.File == certbot.Span.File && workload.TargetName == certbot.TargetName)
                .FirstOrDefault(workload =>
                    (workload.Public ?? workload.Image?.Final.PublicBase)?.Name.Contains("nginx", StringComparison.Ordinal) == true
                    && workload.Mounts.Any(mount => mount.Source == source)
                )
            : null;

    public static Mount? Mounted(Workload workload) =>
        workload.Mounts.FirstOrDefault(mount => mount.Path.StartsWith(Directory, StringComparison.Ordinal));

    /// <summary>Its own command reloads it, or a script that its image runs at the start may.</summary>
    public static bool Reloads(Workload server) =>
        server.Start?.Commands.Any(command => Has(command, "reload") || Has(command, "HUP")) == true
        || server.Start?.Text.Contains("reload", StringComparison.Ordinal) == true
        || server.Mounts.Any(mount => mount.Path.StartsWith("/docker-entrypoint.d", StringComparison.Ordinal));

    /// <summary>A file renews certificates, or says how people do.</summary>
    public static bool IsRenewedBySomething(Deployment deployment) =>
        deployment.Artifacts.Any(artifact => CertificateWords.Renews(artifact.File))
        || deployment.Tree.Files.Any(file =>
            file.Path.Contains("renew", StringComparison.OrdinalIgnoreCase)
            || file.Path.Contains("crontab", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A script, workflow or text has the server load certificates, other than the one that gets the first.</summary>
    public static bool IsReloadedBySomething(Deployment deployment) =>
        deployment.Artifacts.Any(artifact => CertificateWords.Reloads(artifact.File));

    private static bool Has(ShellCommand command, string word) => command.Words.Any(each => each.Literal == word);
}
