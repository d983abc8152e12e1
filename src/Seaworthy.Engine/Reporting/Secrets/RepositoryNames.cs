using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The words by which a repository calls something: services, hosts, images, databases, users, files, objects, jobs. A report must be able to say them.</summary>
internal sealed class RepositoryNames
{
    // What is given to a variable that ends so is the name of something.
    private static readonly FrozenSet<string> NameWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "user username name db database schema host hostname bucket realm project region image tag vhost queue topic group cluster account app service".Split(
            ' '
        )
    );

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);

    public RepositoryNames(Deployment deployment)
    {
        foreach (var workload in deployment.Workloads)
        {
            Add(workload);
        }

        names.UnionWith(deployment.Components.Select(component => component.Name));
        names.UnionWith(deployment.Images.Select(image => image.Name));
        names.UnionWith(deployment.Pipelines.SelectMany(pipeline => pipeline.Jobs).Select(job => job.Id));
        names.UnionWith(deployment.Endpoints.Select(endpoint => endpoint.Host));
        names.UnionWith(deployment.Names.Select(use => use.Name));
        foreach (var one in deployment.Of<KubernetesManifest>().SelectMany(manifest => manifest.Objects))
        {
            Add(one.Name?.Value);
            names.UnionWith((one as KubernetesSecret)?.Keys ?? []);
        }

        foreach (var entry in deployment.Of<EnvFile>().SelectMany(file => file.Entries))
        {
            AddGiven(entry.Name.Value, entry.Value?.Literal);
        }

        foreach (var file in deployment.Tree.Files)
        {
            paths.UnionWith(file.Path.Split('/', '.'));
            paths.UnionWith(file.Path.Split('/'));
        }
    }

    public bool Contains(string word) => names.Contains(word) || paths.Contains(word);

    /// <summary>Whether a file or a directory is called so.</summary>
    public bool HasPath(string word) => paths.Contains(word);

    private void Add(Workload workload)
    {
        Add(workload.Name);
        Add(workload.TargetName);
        Add(workload.ContainerName?.Value);
        names.UnionWith(workload.HostNames);
        names.UnionWith(workload.Networks.Select(network => network.Value));
        names.UnionWith((workload.Reference?.Value.Text ?? "").Split('/', ':', '@'));
        names.UnionWith(workload.Mounts.Select(mount => mount.Source ?? ""));
        foreach (var variable in workload.Supplied)
        {
            AddGiven(variable.Name, variable.Value.Text);
        }
    }

    private void AddGiven(string name, string? value)
    {
        if (NameWords.Contains(name[(name.AsSpan().LastIndexOfAny("_-.:") + 1)..]))
        {
            Add(value);
        }
    }

    private void Add(string? name)
    {
        if (name is not null)
        {
            names.Add(name);
        }
    }
}
