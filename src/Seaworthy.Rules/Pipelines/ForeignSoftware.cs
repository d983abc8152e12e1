using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands that deploy only third-party software, not the product.</summary>
internal static class ForeignSoftware
{
    /// <summary><c>docker run -d redis:7</c></summary>
    public static bool IsRun(DockerRunCommand run) =>
        run.Image?.Literal is { } text && ImageReference.Parse(text) is { } image && PublicImages.Find(image) is not null;

    /// <summary>Every service that <c>docker compose up</c> starts runs a public image as it is.</summary>
    public static bool IsStarted(ShellCommand command, Deployment deployment) =>
        deployment.ComposeCalls.FirstOrDefault(call => call.Site.Span == command.Span) is { Project: not null } call
        && deployment
            .Targets.Where(target => target.Files.Any(file => call.Files.Any(loaded => loaded.Path == file.Path)))
            .SelectMany(target => target.Workloads)
            .Where(workload => call.Services.Count == 0 || call.Services.Any(service => service.Literal == workload.Name))
            .ToList()
            is { Count: > 0 } started
        && started.TrueForAll(IsForeign);

    /// <summary>
    /// A third-party chart; manifests from an address, and manifests that only run public images. A Job runs once, whatever its image: no version of it
    /// keeps running.
    /// </summary>
    public static bool IsApplied(ShellCommand command, Deployment deployment) =>
        KnownCommand
            .Of(command)
            .Any(known =>
                known switch
                {
                    HelmCommand helm => IsChart(helm, deployment),
                    KubectlCommand { Verb: "apply" or "create" or "replace", Kustomizations: [], Files: { Count: > 0 } files } => files.All(
                        file => IsAddress(file) || (EndOf(file) is { } path && IsForeign(path.Trim('.', '/'), deployment))
                    ),
                    _ => false,
                }
            );

    /// <summary><c>repository/name</c> of a chart that is not made here, and gets no image.</summary>
    private static bool IsChart(HelmCommand helm, Deployment deployment) =>
        helm.Chart?.Literal is { } chart
        && chart.Split('/') is [not ("" or "." or ".."), var name]
        && !helm.Values.Any(value => value.Name.Contains("image", StringComparison.OrdinalIgnoreCase))
        && !deployment
            .Of<HelmChart>()
            .Any(own =>
                own.Name?.Value == name || own.File.Directory == name || own.File.Directory.EndsWith("/" + name, StringComparison.Ordinal)
            );

    private static bool IsAddress(ShellWord file) =>
        file.Prefix.StartsWith("https://", StringComparison.Ordinal) || file.Prefix.StartsWith("http://", StringComparison.Ordinal);

    /// <summary>What is known of a path: <c>/job.yaml</c> of <c>$dir/job.yaml</c>.</summary>
    private static string? EndOf(ShellWord file) =>
        file.Literal ?? (file.Parts is [.., { Kind: ShellPartKind.Literal, Text: ['/', ..] end }] ? end : null);

    // Where the command runs is seldom known: all files with the same ending are checked.
    private static bool IsForeign(string path, Deployment deployment)
    {
        var named = deployment.Of<KubernetesManifest>().Where(manifest => LiesAt(manifest.File.Path, path)).ToList();
        var running = deployment.Workloads.ToLookup(workload => workload.Span.File);
        return path.Length > 0
            && named.Count > 0
            && named.TrueForAll(manifest =>
                manifest.IsWhole
                && (
                    HoldsJobsOnly(manifest)
                    || ((running[manifest.File].Any() || !manifest.Workloads.Any()) && running[manifest.File].All(IsForeign))
                )
            );
    }

    private static bool HoldsJobsOnly(KubernetesManifest manifest) =>
        manifest.Workloads.Any() && manifest.Workloads.All(workload => workload.Kind.Value == "Job");

    private static bool LiesAt(string file, string path) => $"/{file}/".Contains($"/{path}/", StringComparison.Ordinal);

    /// <summary>A public image as it is, or one of a server to which the repository adds no source: Jenkins with its plug-ins.</summary>
    private static bool IsForeign(Workload workload) =>
        workload
            is { Image: null, Public: not null }
                or {
                    Image.Components: [],
                    Image.Final.PublicBase.Role: not (ImageRole.System or ImageRole.Runtime or ImageRole.WebServer or ImageRole.Tool)
                };
}
