using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>Workloads, and their containers, that kubectl commands of scripts and pipelines name.</summary>
internal sealed class CommandedObjects
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "rollout status",
        "rollout restart",
        "rollout undo",
        "set image",
        "set env",
        "scale",
        "wait",
        "exec",
        "logs"
    );

    private readonly Repository repository;
    private readonly ILookup<Key, Named> known;
    private readonly Dictionary<string, KnownNames> names;
    private readonly bool isInstalledOtherwise;
    private readonly bool isMovedOtherwise;

    private CommandedObjects(Repository repository)
    {
        this.repository = repository;
        var deployment = repository.Deployment;
        var finalNames = deployment.KubernetesStacks.SelectMany(stack => stack.FinalNames).ToLookup(pair => pair.Key, pair => pair.Value);
        List<Named> found =
        [
            .. repository
                .Objects.OfType<KubernetesWorkload>()
                .Where(workload => workload.Name is not null)
                .SelectMany(workload =>
                    finalNames[workload.Name?.Span ?? workload.Span]
                        .Append(workload.Name?.Value ?? "")
                        .Select(name => new Named(workload.Kind.Value, name, workload))
                ),
        ];
        known = found.ToLookup(one => new Key(one.Kind, one.Name));
        names = found
            .GroupBy(one => one.Kind, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new KnownNames([.. same]), StringComparer.Ordinal);
        isMovedOtherwise =
            deployment.Of<Kustomization>().Any(file => file.Namespace is not null)
            || deployment.Of<HelmChart>().Count > 0
            || deployment.Commands.Any(site =>
                Editors.Contains(site.Command.Program) && site.Command.Text.Contains("namespace", StringComparison.OrdinalIgnoreCase)
            );
        isInstalledOtherwise =
            repository.HasTerraform
            || deployment.Of<HelmChart>().Count > 0
            || deployment.Commands.SelectMany(site => site.Known).OfType<HelmCommand>().Any(helm => helm.Verb is "install" or "upgrade");
    }

    // What changes manifests on their way to the cluster.
    private static readonly FrozenSet<string> Editors = FrozenSet.Create(
        StringComparer.Ordinal,
        "sed",
        "envsubst",
        "yq",
        "kustomize",
        "perl"
    );

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        if (deployment.KubernetesStacks.Count == 0)
        {
            return [];
        }

        CommandedObjects objects = new(new Repository(deployment));
        return deployment.Commands.GroupBy(site => site.Subject, StringComparer.Ordinal).SelectMany(sites => objects.In([.. sites]));
    }

    private IEnumerable<NameUse> In(IReadOnlyList<CommandSite> sites)
    {
        var commands = sites
            .SelectMany(site => site.Known.OfType<KubectlCommand>().Select(command => new { Site = site, Command = command }))
            .ToList();
        var isApplied = commands.Exists(one =>
            one.Command.Verb is "apply" or "create" or "replace" && one.Command.Files.Concat(one.Command.Kustomizations).Any(IsOfTree)
        );
        var all = commands
            .Where(one => Verbs.Contains(one.Command.Verb) && !one.Command.Options.Any(option => option.Value?.Literal == "delete"))
            .SelectMany(one => CommandedTarget.Of(one.Command).Select(target => new Commanded(one.Site, one.Command, target)))
            .ToList();
        var named = all.Select(one => one.Target.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (site, command, target) in all)
        {
            var same = known[new Key(target.Kind, target.Name)].ToList();
            if (same.Count == 0)
            {
                yield return Use(site, command, target, named, isApplied);
            }
            else
            {
                yield return new NameUse(
                    NameRole.CommandedWorkload,
                    target.Name,
                    target.Word.Span,
                    site.Subject,
                    same[0].Workload.Name?.Span
                );
                if (Elsewhere(site, command, target, same, isApplied) is { } elsewhere)
                {
                    yield return elsewhere;
                }

                foreach (var use in Containers(site, command, target, same))
                {
                    yield return use;
                }
            }
        }
    }

    private static bool IsOfTree(ShellWord word) =>
        word.Literal is { } path && path is not "-" && !path.Contains("://", StringComparison.Ordinal);

    private NameUse Use(CommandSite site, KubectlCommand command, CommandedTarget target, HashSet<string> named, bool isApplied)
    {
        var near = (names.GetValueOrDefault(target.Kind)?.Near(target.Name) ?? []).Where(one => !named.Contains(one.Name)).ToList();
        return new NameUse(NameRole.CommandedWorkload, target.Name, target.Word.Span, site.Subject, null)
        {
            Tool = target.Kind,
            In = "the manifests",
            Candidates = [.. near.Select(one => one.Name).Distinct(StringComparer.Ordinal)],
            Related = near.Count > 0 ? near[0].Workload.Name?.Span : null,
            IsConditional = site.IsConditional,
            UnknownBecause =
                repository.MadeBy(target.Name)
                ?? (
                    near.Count == 0 || isInstalledOtherwise
                        ? "something other than the manifests of the repository may have created it"
                        : null
                ),
            Doubt = isApplied ? null : "it applies no manifests itself",
            MeantWith =
                command.Namespace is null
                && near.Select(one => one.Workload.Namespace?.Value).Distinct(StringComparer.Ordinal).ToList()
                    is [{ } only and not "default"]
                    ? $"-n {only}"
                    : null,
        };
    }

    /// <summary>The namespace in which kubectl looks, where every manifest of the workload states one.</summary>
    private NameUse? Elsewhere(CommandSite site, KubectlCommand command, CommandedTarget target, List<Named> same, bool isApplied)
    {
        var spaces = same.Select(one => one.Workload.Namespace).OfType<Fact<string>>().ToList();
        return
            isMovedOtherwise
            || command.Namespace is not { Literal: { Length: > 0 } asked } word
            || spaces.Count < same.Count
            || spaces.Exists(space => space.Value.AsSpan().ContainsAny('{', '$'))
            ? null
            : new NameUse(NameRole.CommandedNamespace, asked, word.Span, site.Subject, spaces.Find(space => space.Value == asked)?.Span)
            {
                Tool = target.Kind,
                In = $"{target.Kind} {target.Name}",
                Candidates = [.. spaces.Select(space => space.Value).Distinct(StringComparer.Ordinal)],
                Related = spaces[0].Span,
                IsConditional = site.IsConditional,
                Doubt = isApplied ? null : "it applies no manifests itself",
            };
    }

    /// <summary>Only a container of the workload can get another image; the name of the workload itself is a frequent slip.</summary>
    private static IEnumerable<NameUse> Containers(CommandSite site, KubectlCommand command, CommandedTarget target, List<Named> same) =>
        from image in command.Images
        where image.Name.Length > 0 && image.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-')
        let containers = same.SelectMany(one => (one.Workload.Pod?.Containers ?? []).Concat(one.Workload.Pod?.InitContainers ?? []))
            .ToList()
        where containers.Count > 0
        select new NameUse(
            NameRole.CommandedContainer,
            image.Name,
            image.Span,
            site.Subject,
            containers.Find(container => container.Name.Value == image.Name)?.Name.Span
        )
        {
            In = $"{target.Kind} {target.Name}",
            Candidates = [.. containers.Select(container => container.Name.Value).Distinct(StringComparer.Ordinal)],
            Related = containers[0].Name.Span,
            IsConditional = site.IsConditional,
        };

    private sealed record Key(string Kind, string Name);

    private sealed record Commanded(CommandSite Site, KubectlCommand Command, CommandedTarget Target);
}
