using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Where programs of the repository keep databases and uploads, held against the volumes of their containers.</summary>
internal static class KeptFilesLinker
{
    private static readonly TargetKind[] Kinds =
    [
        TargetKind.Compose,
        TargetKind.Kubernetes,
        TargetKind.Fly,
        TargetKind.Render,
        TargetKind.Heroku,
        TargetKind.Kamal,
        TargetKind.Ecs,
        TargetKind.Docker,
        TargetKind.CloudRun,
        TargetKind.ContainerApps,
    ];

    // A program that imports one of these may store the files there, and keep none.
    private static readonly string[] ObjectStores =
    [
        "cloudinary",
        "multer-s3",
        "multer-storage-cloudinary",
        "aws-sdk",
        "@aws-sdk/client-s3",
        "@google-cloud/storage",
        "@azure/storage-blob",
        "@supabase/supabase-js",
        "firebase-admin",
        "imagekit",
        "minio",
        "boto3",
        "storages",
        "google.cloud.storage",
        "azure.storage.blob",
        "github.com/minio/minio-go",
        "github.com/aws/aws-sdk-go",
    ];

    public static IReadOnlyList<KeptFiles> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        LoadedCode loading = new(deployment, modules);
        return
        [
            .. from target in deployment.Targets
            where Kinds.Contains(target.Kind)
            from same in target
                .Workloads.Where(workload => workload is { IsOneShot: false, Components.Count: > 0 } && !IsStore(workload))
                .SelectMany(workload =>
                    Placed(
                            workload,
                            [
                                .. NamedInSettings.OfVariables(workload),
                                .. new NamedInCode(workload, values, loading.Of(workload)).All,
                                .. NamedInSettings.Of(deployment, workload),
                                .. NamedByStrapi.Of(workload),
                            ]
                        )
                        .DistinctBy(kept => UploadNames.In(kept.Path) ?? kept.Path)
                )
                .GroupBy(kept => kept.Span)
            select Writer([.. same]),
        ];
    }

    /// <summary>A directory of the repository that is mounted in a database is its data: the database runs no program that lies there.</summary>
    private static bool IsStore(Workload workload) =>
        workload
            is {
                Image: null,
                Public.Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore
            };

    /// <summary>Of the workloads that run the same source, the one with a volume; else the one that people reach.</summary>
    private static KeptFiles Writer(IReadOnlyList<KeptFiles> same) =>
        same.FirstOrDefault(kept => kept.Mount is not null) ?? same.FirstOrDefault(kept => kept.Workload.Ports.Count > 0) ?? same[0];

    private static IEnumerable<KeptFiles> Placed(Workload workload, IEnumerable<NamedFiles> all)
    {
        var mounts = workload.Mounts.Where(mount => mount is { IsReadOnly: false, Kind: MountKind.Volume or MountKind.Bind }).ToList();
        Lazy<string?> passedOn = new(() => PassedOn(workload));
        foreach (var named in all)
        {
            var path = Absolute(named, workload) ?? (named.Path.StartsWith("./", StringComparison.Ordinal) ? named.Path[2..] : named.Path);
            KeptFiles kept = new(workload, named.Kind, path.Length > 1 ? path.TrimEnd('/') : path, named.Span);
            yield return kept with
            {
                Mount = mounts.Find(mount => Holds(mount, kept)),
                Others = [.. mounts.Where(mount => mount.Kind == MountKind.Volume)],
                DoubtedBecause = named.DoubtedBecause ?? (named.Kind == KeptKind.Uploads ? passedOn.Value : null),
            };
        }
    }

    /// <summary>Where the container has it; null where the path leads from its source, which lies elsewhere once it is compiled.</summary>
    private static string? Absolute(NamedFiles named, Workload workload) =>
        named.Path is ['/', ..] ? ImagePath.Join(null, named.Path)
        : named.From is null ? ImagePath.Join(workload.Start?.WorkingDirectory ?? workload.Image?.Final.WorkingDirectory, named.Path)
        : null;

    /// <summary>Where only the name is known, a volume of that name is meant for it, and one over the whole program holds it.</summary>
    private static bool Holds(Mount mount, KeptFiles kept) =>
        !kept.IsRelative
            ? mount.Inside(kept.Path) is not null
            : kept.Workload.Image?.Final.WorkingDirectory is { } home && mount.Inside(home) is not null
                || kept.Path.Split('/').Contains(ImagePath.NameOf(mount.Path.TrimEnd('/')));

    private static string? PassedOn(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.Imports)
            .FirstOrDefault(import => ObjectStores.Any(import.IsOf))
            is { } import
            ? $"{import.Span} imports `{import.Module}`, which may store them"
            : null;
}
