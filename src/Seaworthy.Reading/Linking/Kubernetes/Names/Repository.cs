using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>Everything in the repository that may make an object, whether or not it is applied together with what names it.</summary>
internal sealed class Repository
{
    // Groups whose objects make nothing under a name that they merely mention.
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "",
        "apps",
        "batch",
        "autoscaling",
        "policy",
        "extensions",
        "networking.k8s.io",
        "rbac.authorization.k8s.io",
        "storage.k8s.io",
        "monitoring.coreos.com",
        "gateway.networking.k8s.io",
        "keda.sh",
        "autoscaling.k8s.io",
        "networking.istio.io",
        "security.istio.io",
        "traefik.io",
        "traefik.containo.us",
    };

    // What no pod, route or autoscaler names.
    private static readonly HashSet<string> OfOthers =
    [
        "namespace",
        "ns",
        "token",
        "role",
        "rolebinding",
        "clusterrole",
        "clusterrolebinding",
        "quota",
        "priorityclass",
        "pdb",
        "poddisruptionbudget",
    ];

    private readonly IReadOnlyList<KubernetesManifest> templates;
    private readonly IReadOnlyList<KubectlCommand> creations;
    private readonly List<CustomObject> custom;
    private readonly List<string> definitions;
    private readonly Dictionary<SourceSpan, Workload> workloads;
    private readonly Lazy<HashSet<SourceFile>> kubectl;

    // Each answer is a search of all their text, and pods of many stacks ask for the same few names; several ask, side by side.
    private readonly ConcurrentDictionary<string, Maker> makers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> defined = new(StringComparer.Ordinal);

    /// <summary>Terraform is used for something, perhaps for objects of the cluster as well.</summary>
    public bool HasTerraform { get; }

    public Repository(Deployment deployment)
    {
        Deployment = deployment;
        var manifests = deployment.Of<KubernetesManifest>().ToList();
        Objects =
        [
            .. manifests.SelectMany(manifest => manifest.Objects),
            .. deployment.KubernetesStacks.SelectMany(stack => stack.Objects),
        ];
        Index = new KubernetesIndex(Objects);
        KeySets = new KeySetIndex(
            Kubernetes.KeySets.Of(deployment, Objects, deployment.Of<Kustomization>().SelectMany(kustomization => kustomization.Generators))
        );
        // Every stack that applies an object has it once more, under the same name or another.
        custom =
        [
            .. Objects
                .Where(found => !BuiltIn.Contains(found.Group))
                .DistinctBy(found => new
                {
                    found.Span,
                    Kind = found.Kind.Value,
                    Name = found.Name?.Value,
                })
                .Select(found => new CustomObject(found, found.Span.Text)),
        ];
        definitions =
        [
            .. Objects
                .Where(found => found.Kind.Value == "CustomResourceDefinition")
                .Select(found => found.Span)
                .Distinct()
                .Select(span => span.Text),
        ];
        HasTerraform = deployment.Tree.Files.Any(file => file.Path.EndsWith(".tf", StringComparison.Ordinal));
        // What a rendered chart makes is among the objects.
        var rendered = deployment
            .All<ChartRendering>()
            .Where(chart => chart.Stacks.Count > 0)
            .Select(chart => chart.Chart.File.Directory)
            .ToList();
        templates = [.. manifests.Where(manifest => manifest.IsTemplate && !rendered.Exists(manifest.File.IsBelow))];
        creations =
        [
            .. deployment
                .Commands.SelectMany(site => site.Known)
                // A document tells people to make it by hand.
                .Concat(deployment.Of<Document>().SelectMany(document => document.Commands).SelectMany(KnownCommand.Of))
                .OfType<KubectlCommand>()
                .Where(command =>
                    command.Verb.StartsWith("create", StringComparison.Ordinal)
                    && !OfOthers.Contains(command.Verb["create".Length..].TrimStart())
                ),
        ];
        kubectl = new(() =>
            deployment
                .Commands.Where(site => site.Known.Any(known => known is KubectlCommand or HelmCommand))
                .Select(site => site.Span.File)
                .ToHashSet()
        );
        workloads = deployment
            .Workloads.Where(workload => workload.Kind == TargetKind.Kubernetes)
            .GroupBy(workload => workload.Span)
            .ToDictionary(same => same.Key, same => same.First());
    }

    public Deployment Deployment { get; }

    /// <summary>A command of the file talks to a cluster, and may name any object of it.</summary>
    public bool RunsKubectl(SourceFile file) => kubectl.Value.Contains(file);

    public IReadOnlyList<KubernetesObject> Objects { get; }

    /// <summary>The objects by kind, name and labels.</summary>
    public KubernetesIndex Index { get; }

    public KeySetIndex KeySets { get; }

    /// <summary>The container as a workload, with what is known of its process.</summary>
    public Workload? WorkloadOf(KubernetesContainer container) => workloads.GetValueOrDefault(container.Name.Span);

    /// <summary>An object of the repository that may be in the same namespace as another.</summary>
    public T? Find<T>(string name, KubernetesObject beside)
        where T : KubernetesObject => Index.Named<T>(name).FirstOrDefault(found => KubernetesStack.MayMeet(found, beside));

    /// <summary>Secrets to pull images with, that files or commands make.</summary>
    public IReadOnlyList<Fact<string>> PullSecrets =>
        [
            .. Objects
                .OfType<KubernetesSecret>()
                .Where(secret => secret.Type?.Value is "kubernetes.io/dockerconfigjson" or "kubernetes.io/dockercfg")
                .Select(secret => secret.Name)
                .OfType<Fact<string>>(),
            .. creations
                .Where(command => command.Verb == "create secret")
                .Select(command =>
                    command.Arguments is [{ Literal: "docker-registry" }, { Literal: { } name } word, ..]
                        ? new Fact<string>(name, word.Span)
                        : null
                )
                .OfType<Fact<string>>(),
        ];

    /// <summary>A command that makes an object of this name in another namespace than one; null when none does, or another may make it there. A document names one namespace for all.</summary>
    public KubectlCommand? CreatedApartFrom(string space, string name)
    {
        var found = creations.Where(command => Creates(command, name)).ToList();
        return
            found.Count > 0
            && found.TrueForAll(command =>
                command.Namespace?.Literal is { } given && given != space && Deployment.At<Document>(command.Command.Span.File.Path) is null
            )
            ? found[0]
            : null;
    }

    /// <summary>What besides manifests may make an object of this name: a script, a chart, the object of an operator. Null when nothing mentions it.</summary>
    public string? MadeBy(string name) => makers.GetOrAdd(name, asked => new Maker(FindMaker(asked))).Words;

    private string? FindMaker(string name)
    {
        if (creations.FirstOrDefault(command => Creates(command, name)) is { } creation)
        {
            return $"{creation.Command.Span} creates it";
        }

        var maker = custom.Find(found => found.Text.Contains(name, StringComparison.Ordinal) || IsPartOf(name, found.Object))?.Object;
        return maker is not null ? $"{maker.Kind.Value} {maker.Name?.Value} may create it"
            : templates.FirstOrDefault(template => template.File.Text.Contains(name, StringComparison.Ordinal)) is { } template
                ? $"{template.File.Path} may create it"
            : null;
    }

    /// <summary>An operator of the repository names what it makes after its object: <c>shop-gateway</c> of the Shop <c>shop</c>.</summary>
    private bool IsPartOf(string name, KubernetesObject custom) =>
        custom.Name?.Value is { Length: > 0 } owner
        && name.StartsWith(owner + "-", StringComparison.Ordinal)
        && defined.GetOrAdd(
            custom.Kind.Value,
            kind => definitions.Exists(definition => definition.Contains($"kind: {kind}", StringComparison.Ordinal))
        );

    private static bool Creates(KubectlCommand command, string name) =>
        command.Arguments.Any(word =>
            word.Literal == name
            || (
                word.Literal is null
                && word.Parts.Any(part => part.Kind != ShellPartKind.Literal)
                && name.StartsWith(word.Prefix, StringComparison.Ordinal)
            )
        );

    /// <summary>An object that is not of Kubernetes itself, with its text: every name is looked for in all of them.</summary>
    private sealed record CustomObject(KubernetesObject Object, string Text);

    /// <summary>What may make an object, in words; none where nothing does.</summary>
    private sealed record Maker(string? Words);
}
