using Seaworthy.Model.Known.Images;

namespace Seaworthy.Model.Known;

/// <summary>Public images that deployments use most, found by reference.</summary>
public static class PublicImages
{
    // Places that serve Docker Hub's images under a longer name.
    private static readonly string[] Mirrors =
    [
        "public.ecr.aws/docker/library/",
        "public.ecr.aws/docker/",
        "mirror.gcr.io/library/",
        "mirror.gcr.io/",
        "registry.hub.docker.com/library/",
        "registry.hub.docker.com/",
        "docker.m.daocloud.io/library/",
        "docker.m.daocloud.io/",
        "docker.1ms.run/library/",
        "docker.1ms.run/",
        "docker.1panel.live/library/",
        "docker.1panel.live/",
        "docker.nju.edu.cn/library/",
        "docker.nju.edu.cn/",
        "docker.arvancloud.ir/library/",
        "docker.arvancloud.ir/",
    ];

    // Mirrors whose hosts do not call themselves one.
    private static readonly string[] MirrorHosts =
    [
        "dockerhub.icu",
        "dockerhub.azk8s.cn",
        "dockerhub.timeweb.cloud",
        "hub-mirror.c.163.com",
        "hub.rat.dev",
        "hub.hamdocker.ir",
    ];

    private static readonly Dictionary<string, PublicImage> ByRepository = All.SelectMany(image =>
            image.Repositories.Prepend(image.Name).Select(repository => KeyValuePair.Create(repository, image))
        )
        .ToDictionary();

    /// <summary>Every row, without what tags change.</summary>
    public static IReadOnlyList<PublicImage> All =>
        [
            .. SystemImages.Rows,
            .. RuntimeImages.Rows,
            .. DatabaseImages.Rows,
            .. StoreImages.Rows,
            .. BrokerImages.Rows,
            .. ProxyImages.Rows,
            .. MonitoringImages.Rows,
            .. ExporterImages.Rows,
            .. ServiceImages.Rows,
            .. ToolImages.Rows,
        ];

    /// <summary>What is known of an image, with what its tag changes; null for an image that is not in the table.</summary>
    public static PublicImage? Find(ImageReference reference)
    {
        var repository = reference.IsOnHub ? reference.Repository : $"{reference.Registry}/{reference.Repository}";
        var mirror = Mirrors.FirstOrDefault(mirror => repository.StartsWith(mirror, StringComparison.Ordinal));
        repository = mirror is not null ? repository[mirror.Length..] : Mirrored(reference) ?? repository;
        var image = ByRepository.GetValueOrDefault(repository) ?? Family(repository);
        return image
            ?.Variants.Where(variant => variant.Matches(reference.EffectiveTag))
            .Aggregate(
                // A digest alone does not tell the release, and with it what is read.
                reference.EffectiveTag.Length == 0
                    ? image with
                    {
                        Foreign = [],
                    }
                    : image,
                (row, variant) => variant.Apply(row)
            );
    }

    /// <summary>The official image that a mirror of Docker Hub serves under its own host; null where the host does not call itself one.</summary>
    private static string? Mirrored(ImageReference reference)
    {
        var name = reference.Repository.Replace("docker.io/", "", StringComparison.Ordinal);
        name = name.StartsWith("library/", StringComparison.Ordinal) ? name["library/".Length..] : name;
        return
            !reference.IsOnHub
            && !name.Contains('/', StringComparison.Ordinal)
            && (
                // A host called docker.… or dockerhub.… alone may be anybody's own registry, with images of that name made there.
                MirrorHosts.Contains(reference.Registry)
                || reference.Registry.Contains("mirror", StringComparison.Ordinal)
                || reference.Registry.Contains("proxy", StringComparison.Ordinal)
            )
            ? name
            : null;
    }

    /// <summary>The same for a literal name, such as <c>postgres:16-alpine</c>.</summary>
    public static PublicImage? Find(string reference) => ImageReference.Parse(reference) is { } parsed ? Find(parsed) : null;

    private static PublicImage? Family(string repository) =>
        repository.LastIndexOf('/') is > 0 and var slash ? ByRepository.GetValueOrDefault(repository[..slash] + "/*") : null;
}
