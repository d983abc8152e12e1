using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Under which names the images that this repository builds are pulled. Only what leaves no doubt is joined: a name that it pushes, or the name of the only thing of that name that is built here.</summary>
internal sealed class ImageNames
{
    // Directories that say nothing of what is in them.
    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        "src",
        "docker",
        "build",
        "app",
        "deploy",
        "container",
    };

    // Targets, charts and uses of images ask for the same.
    private static readonly PerDeployment<ImageNames> All = new(deployment => new ImageNames(deployment));

    private readonly ILookup<string, Image> pushed;
    private readonly ILookup<string, Image> pushedLast;
    private readonly ILookup<string, Image> built;
    private readonly ILookup<string, Image> ofRepository;
    private readonly Lazy<IReadOnlyList<string>> strangers;
    private readonly Lazy<IReadOnlyList<Image>> candidates;
    private readonly Lazy<HashSet<string>> ownersElsewhere;

    private ImageNames(Deployment deployment)
    {
        var names = PushedNames.Of(deployment).ToList();
        pushed = names
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Any(pair => pair.IsPushed) ? same.Where(pair => pair.IsPushed) : same)
            .ToLookup(pair => pair.Name, pair => pair.Image, StringComparer.Ordinal);
        pushedLast = names.ToLookup(pair => RepositoryPath.NameOf(pair.Name), pair => pair.Image, StringComparer.Ordinal);
        var services = (
            from stack in deployment.ComposeStacks
            from service in stack.Project.Services
            let build = service.Build
            where build is not null
            select new { build.Span, Name = service.Name.Value }
        ).ToLookup(pair => pair.Span, pair => pair.Name);
        // What is built for development is in no registry.
        built = deployment
            .Images.Where(image => !IsForDevelopment(image))
            .SelectMany(image => OwnNames(image, services).Distinct(StringComparer.Ordinal), (image, name) => new { image, name })
            .ToLookup(pair => pair.name, pair => pair.image, StringComparer.OrdinalIgnoreCase);
        ofRepository = PushedNames.OfRepository(deployment).ToLookup(pair => pair.Name, pair => pair.Image, StringComparer.Ordinal);
        strangers = new Lazy<IReadOnlyList<string>>(() => [.. Strangers(deployment)]);
        candidates = new Lazy<IReadOnlyList<Image>>(() => strangers.Value.Count == 1 ? deployment.Images : []);
        ownersElsewhere = new Lazy<HashSet<string>>(() => OwnersElsewhere(deployment));
    }

    /// <summary>Whose images are pulled here and for the most part not built here: that one of them is called like a directory is chance.</summary>
    private HashSet<string> OwnersElsewhere(Deployment deployment) =>
        Strangers(deployment)
            .GroupBy(RepositoryPath.Parent, RepositoryPath.NameOf, StringComparer.Ordinal)
            .Where(names => names.Key.Length > 0 && names.Count(name => !IsBuilt(name)) > names.Count(IsBuilt))
            .Select(names => names.Key)
            .ToHashSet(StringComparer.Ordinal);

    private bool IsBuilt(string name) =>
        pushedLast.Contains(name)
        || built.Contains(name)
        || built.Any(same =>
            name.EndsWith("-" + same.Key, StringComparison.Ordinal) || name.EndsWith("_" + same.Key, StringComparison.Ordinal)
        );

    public static ImageNames Of(Deployment deployment) => All.Of(deployment);

    /// <param name="reference">The image that is pulled.</param>
    /// <param name="workloads">Names of what runs it, which may settle a name with a project's prefix.</param>
    public Image? Find(string reference, params IEnumerable<string?> workloads)
    {
        if (!IsNamed(reference))
        {
            return null;
        }

        var name = WithoutTag(reference);
        var last = RepositoryPath.NameOf(name);
        // A well-known public image is not ours because a directory is called like it.
        return pushed.Contains(name) ? Only(pushed[name])
            : PublicImages.Find(reference) is not null || PublicImages.Find(name) is not null ? null
            : CalledLikeRepository(name)
                ?? (
                    ownersElsewhere.Value.Contains(RepositoryPath.Parent(name))
                        ? null
                        : Only(pushedLast[last]) ?? Whole(Only(built[last])) ?? Prefixed(last, workloads)
                );
    }

    /// <summary>The name of the image itself is known, whatever its registry and tag are.</summary>
    public static bool IsNamed(string reference) =>
        RepositoryPath.NameOf(WithoutTag(reference)) is { Length: > 0 } last && !last.AsSpan().ContainsAny('$', '{', Resolved.Hole);

    /// <summary>The only image of the repository that is called like a service.</summary>
    public Image? FindCalled(string service) => Whole(Only(built[service]));

    /// <summary>Pushed under the name of the repository, which the tree does not tell: the only name that is pulled from there means it.</summary>
    private Image? CalledLikeRepository(string name) =>
        ofRepository.FirstOrDefault(pair =>
            name.StartsWith(pair.Key, StringComparison.Ordinal)
            && strangers.Value.Count(other => other.StartsWith(pair.Key, StringComparison.Ordinal)) == 1
        )
            is { } same
            ? Only(same)
            : null;

    /// <summary>The only image built here that exposes the port of a container, where Kubernetes runs a single image that nobody else is known to make.</summary>
    public Image? Find(KubernetesContainer container) =>
        container.Image is { } reference
        && PublicImages.Find(reference.Value) is null
        && container.Ports.Select(port => Exposing(port.Number?.Value)).FirstOrDefault(image => image is not null)
            is { Components.Count: > 0 } image
            ? image
            : null;

    private Image? Exposing(int? port) =>
        Whole(Only(candidates.Value.Where(image => image.Final.ExposedPorts.Any(exposed => exposed.Value == port))));

    /// <summary>Every image that Kubernetes runs and that no table of public images has, by its name.</summary>
    private static IEnumerable<string> Strangers(Deployment deployment) =>
        deployment
            .KubernetesStacks.SelectMany(stack => stack.Of<KubernetesWorkload>())
            .Select(owner => owner.Pod)
            .OfType<PodTemplate>()
            .SelectMany(pod => pod.Containers.Concat(pod.InitContainers))
            .Select(container => container.Image?.Value)
            .OfType<string>()
            .Where(reference => PublicImages.Find(reference) is null)
            .Select(WithoutTag)
            .Distinct(StringComparer.Ordinal);

    /// <summary><c>shop-backend</c> is <c>backend</c> when what runs it is called so, too.</summary>
    private Image? Prefixed(string last, IEnumerable<string?> workloads) =>
        workloads
            .OfType<string>()
            .Where(workload =>
                last.EndsWith("-" + workload, StringComparison.Ordinal) || last.EndsWith("_" + workload, StringComparison.Ordinal)
            )
            .Select(workload => OfProject(last[..^(workload.Length + 1)], [.. built[workload]]))
            .FirstOrDefault(image => image is not null);

    /// <summary>Where a directory is called like the prefix, only what lies below it is of that project.</summary>
    private static Image? OfProject(string project, List<Image> images)
    {
        var own = images.FindAll(image => image.Dockerfile.File.Path.Split('/').Contains(project));
        return Only(own.Count > 0 ? own : images);
    }

    private static bool IsForDevelopment(Image image) =>
        EnvironmentName.Of(image.Dockerfile.File.Name) == TargetEnvironment.Development
        || (image.Build.Target is { } target && EnvironmentName.Of(target.Value) == TargetEnvironment.Development);

    /// <summary>The image, when all of a name are built from one Dockerfile: as a pipeline builds it, rather than somebody at a desk. A Dockerfile that nobody builds counts where no other has the name.</summary>
    private static Image? Only(IEnumerable<Image> images)
    {
        var all = images.ToList();
        var found = all.Exists(image => !image.Build.IsAssumed) ? all.FindAll(image => !image.Build.IsAssumed) : all;
        var best = found
            .GroupBy(Rank)
            .OrderBy(same => same.Key)
            .Select(same => same.Where(image => !IsForDevelopment(image)).ToList() is { Count: > 0 } live ? live : [.. same])
            .FirstOrDefault();
        // Several targets of one Dockerfile under one name, set apart by their tags: which one is meant is not known.
        return
            best is not null
            && found.Select(image => image.Dockerfile.File.Path).Distinct(StringComparer.Ordinal).Count() == 1
            && best.Select(image => image.Build.Target?.Value).Distinct(StringComparer.Ordinal).Count() == 1
            ? best[0]
            : null;
    }

    private static int Rank(Image image) =>
        image.Build.Target is null ? 0
        : image.Build.Span?.File.Path.StartsWith(".github/", StringComparison.Ordinal) == true ? 1
        : 2;

    /// <summary>A stage on the way to the last one is built for somebody else: which is pulled here nobody can tell.</summary>
    private static Image? Whole(Image? image) =>
        image is not null && ReferenceEquals(image.Final.Declared, image.Dockerfile.Stages[^1]) ? image : null;

    /// <summary>What it is called in the repository: its directory, the end of <c>Dockerfile.backend</c>, the compose service that builds it.</summary>
    private static IEnumerable<string> OwnNames(Image image, ILookup<SourceSpan, string> services)
    {
        var file = image.Dockerfile.File;
        var home = Generic.Contains(RepositoryPath.NameOf(file.Directory)) ? RepositoryPath.Parent(file.Directory) : file.Directory;
        var directory = RepositoryPath.NameOf(home);
        if (file.Name == "Dockerfile" && directory.Length > 0)
        {
            yield return directory;
        }

        if (file.Name.StartsWith("Dockerfile.", StringComparison.Ordinal))
        {
            yield return file.Name["Dockerfile.".Length..];
        }
        else if (file.Name.EndsWith(".Dockerfile", StringComparison.Ordinal))
        {
            yield return file.Name[..^".Dockerfile".Length];
        }

        foreach (var service in image.Build.Places.SelectMany(place => services[place]))
        {
            yield return service;
        }
    }

    internal static string WithoutTag(string reference)
    {
        var name = reference.Split('@')[0];
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? name[..colon] : name;
    }
}
