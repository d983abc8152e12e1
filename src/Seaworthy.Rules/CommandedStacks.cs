using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Compose projects and Kubernetes objects by the names in commands: an index, since a tree may have thousands of findings.</summary>
internal sealed class CommandedStacks
{
    private readonly Dictionary<string, ComposeStack> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComposeStack> ofFiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameUse> refused = new(StringComparer.Ordinal);
    private readonly ILookup<ObjectName, KubernetesWorkload> manifests;
    private readonly ILookup<SourceFile, KubernetesObject> objects;

    public CommandedStacks(Deployment deployment)
    {
        foreach (var stack in deployment.ComposeStacks)
        {
            named.TryAdd(stack.Name, stack);
            foreach (var part in stack.Project.AllFiles)
            {
                ofFiles.TryAdd(part.File.Path, stack);
            }
        }

        foreach (var use in deployment.Names.Where(use => use is { IsMissing: true, IsConditional: false } && IsRefused(use)))
        {
            refused.TryAdd(use.Span.File.Path, use);
        }

        manifests = (
            from stack in deployment.KubernetesStacks
            from manifest in stack.Of<KubernetesWorkload>()
            let name = manifest.Name
            where name is not null
            select new { Key = new ObjectName(stack.Name, name.Value), manifest }
        ).ToLookup(pair => pair.Key, pair => pair.manifest);
        objects = deployment.KubernetesStacks.SelectMany(stack => stack.Objects).ToLookup(held => held.Span.File);
    }

    public ComposeStack? Named(string? name) => name is null ? null : named.GetValueOrDefault(name);

    /// <summary>The first project that loads a file.</summary>
    public ComposeStack? With(string file) => ofFiles.GetValueOrDefault(file);

    /// <summary>A name that makes Compose reject the project; null when it loads.</summary>
    public NameUse? RefusedFor(ComposeStack stack) =>
        stack.Project.AllFiles.Select(file => refused.GetValueOrDefault(file.File.Path)).FirstOrDefault(use => use is not null);

    public KubernetesWorkload? Manifest(string? target, string name) =>
        target is null ? null : manifests[new ObjectName(target, name)].FirstOrDefault();

    /// <summary>The object at a place.</summary>
    public KubernetesObject? ObjectAt(SourceSpan place) =>
        objects[place.File].FirstOrDefault(held => held.Span.Start <= place.Start && place.Start <= held.Span.End);

    private static bool IsRefused(NameUse use) =>
        use.Role
            is NameRole.ComposeService
                or NameRole.ComposeVolume
                or NameRole.ComposeNetwork
                or NameRole.ComposeSecret
                or NameRole.ComposeConfig;

    private sealed record ObjectName(string Target, string Name);
}
