using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Where programs of the repository keep databases and uploads, held against the volumes of their containers.</summary>
internal sealed class KeptFilesLinker
{
    private static readonly TargetKind[] Kinds =
    [
        TargetKind.Compose,
        TargetKind.Kubernetes,
        TargetKind.Fly,
        TargetKind.Render,
        TargetKind.Heroku,
        TargetKind.Ecs,
    ];

    // Addresses of databases among the settings that readers name.
    private static readonly string[] Addresses = ["database.address", "sqlalchemy.url"];

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

    private readonly Deployment deployment;
    private readonly CodeValues values;
    private readonly LoadedCode loading;

    private KeptFilesLinker(Deployment deployment, CodeModules modules)
    {
        this.deployment = deployment;
        values = new CodeValues(modules);
        loading = new LoadedCode(deployment, modules);
    }

    public static IReadOnlyList<KeptFiles> Link(Deployment deployment, CodeModules modules)
    {
        KeptFilesLinker linker = new(deployment, modules);
        return
        [
            .. from target in deployment.Targets
            where Kinds.Contains(target.Kind)
            from same in target
                .Workloads.Where(workload => workload is { IsOneShot: false, Components.Count: > 0 })
                .SelectMany(workload => linker.Of(workload).DistinctBy(kept => UploadNames.In(kept.Path) ?? kept.Path))
                .GroupBy(kept => kept.Span)
            select Writer([.. same]),
        ];
    }

    /// <summary>Of the workloads that run the same source, the one with a volume; else the one that people reach.</summary>
    private static KeptFiles Writer(IReadOnlyList<KeptFiles> same) =>
        same.FirstOrDefault(kept => kept.Mount is not null) ?? same.FirstOrDefault(kept => kept.Workload.Ports.Count > 0) ?? same[0];

    private IEnumerable<KeptFiles> Of(Workload workload)
    {
        var language = workload.Components[0].Language;
        var given =
            from variable in workload.Supplied
            let path = FileAddress.OfAddress(variable.Value.Text ?? "", language)
            where path is not null
            select new Named(KeptKind.Database, path, null, variable.Span);
        var loaded = loading.Of(workload);
        var code = workload
            .Components.Where(component => !component.IsStaticSite)
            .SelectMany(component => component.Code)
            .Where(file => !file.IsTest && IsLoaded(file, loaded))
            .ToList();
        return given
            .Concat(code.SelectMany(file => OfCode(file, workload)))
            .Concat(workload.Components.SelectMany(component => OfProperties(component, workload)))
            .Concat(workload.Components.SelectMany(component => OfAppSettings(component, workload)))
            .Select(named => Placed(named, workload));
    }

    /// <summary>Of a program that is followed from its command on, what it loads; settings of Django are named by a variable.</summary>
    private static bool IsLoaded(CodeFile file, IReadOnlySet<string> loaded) =>
        loaded.Count == 0
        || loaded.Contains(file.File.Path)
        || file.Language is not (Language.JavaScript or Language.TypeScript or Language.Python)
        || IsDjango(file);

    private IEnumerable<Named> OfCode(CodeFile file, Workload workload)
    {
        var addresses = file
            .Settings.Where(setting => Addresses.Contains(setting.Name))
            .Select(setting => new KeptPath(setting.Value, KeptKind.Database, false, setting.Span));
        var written = file
            .OpenedPaths.Where(opened => opened.IsWrite)
            .Select(opened => new KeptPath(opened.Path, KeptKind.Uploads, opened.IsRelativeToFile, opened.Span));
        foreach (var path in file.KeptPaths.Concat(addresses).Concat(ByName(file)).Where(path => IsChosen(path, file, workload)))
        {
            if (Resolve(path, file, workload) is { } named)
            {
                yield return named;
            }
        }

        foreach (var path in written)
        {
            if (Resolve(path, file, workload) is { } named && UploadNames.In(named.Path) is { } directory)
            {
                yield return named with
                {
                    Path = directory,
                };
            }
        }
    }

    /// <summary>Settings and constants whose name says what the directory is for: <c>UPLOAD_DIR</c>.</summary>
    private static IEnumerable<KeptPath> ByName(CodeFile file)
    {
        var read = file
            .EnvironmentReads.Where(read => !read.IsBuildTime && UploadNames.IsSetting(read.Name))
            .Select(read => new CodeValue.Environment(read.Name, read.Default, read.Span))
            .Select(value => new KeptPath(value, KeptKind.Uploads, false, value.Span));
        var named = file
            .Constants.Where(constant => UploadNames.IsSetting(constant.Name) && constant.Value is CodeValue.Literal)
            .Select(constant => new KeptPath(constant.Value, KeptKind.Uploads, false, constant.Span));
        return read.Concat(named).DistinctBy(path => path.Span.StartLine);
    }

    /// <summary>Of several settings modules of Django, only the one that a variable names is certain.</summary>
    private static bool IsChosen(KeptPath path, CodeFile file, Workload workload) =>
        path.Kind != KeptKind.Database
        || !IsDjango(file)
        || workload.Components.SelectMany(component => component.Code).Count(IsDjango) == 1
        || workload.Supplied.LastOrDefault(variable => variable.Name == DjangoSettings.ModuleVariable)?.Value.Text is { } module
            && ("/" + file.File.Path).EndsWith($"/{module.Replace('.', '/')}.py", StringComparison.Ordinal);

    private static bool IsDjango(CodeFile file) =>
        file.Settings.Any(setting =>
            setting.Name.StartsWith("django.", StringComparison.Ordinal) && setting.Name != "django.settingsModule"
        );

    /// <summary>The path with what the workload is given. What nobody sees may be anything: then the default, and the doubt.</summary>
    private Named? Resolve(KeptPath path, CodeFile file, Workload workload)
    {
        string? doubt = null;
        var resolved = values.Resolve(
            path.Path,
            file,
            name =>
            {
                var given =
                    workload.Supplied.LastOrDefault(variable => variable.Name == name)?.Value
                    ?? (workload.FindPromised(name)?.Value?.Literal is { } promised ? Resolved.Known(promised) : null);
                doubt ??= given is null && workload.SuppliesMoreBecause is { } more ? $"{name} may name another place ({more})" : null;
                return given;
            }
        );
        var text = resolved.Text ?? Head(resolved);
        var written =
            text is null ? null
            : path.Kind == KeptKind.Database ? FileAddress.Of(text, file.Language) ?? Plain(path, text)
            : text;
        return written is { Length: > 0 } && !written.Contains("://", StringComparison.Ordinal)
            ? new Named(path.Kind, written, path.IsRelativeToFile ? file : null, path.Span) { DoubtedBecause = doubt }
            : null;
    }

    // "uploads/" + name: the directory is known.
    private static string? Head(Resolved resolved) =>
        resolved.Outline?.Split(Resolved.Hole)[0] is { Length: > 1 } head && head.Contains('/', StringComparison.Ordinal) ? head : null;

    /// <summary>What a constructor of SQLite takes is a path whatever it looks like.</summary>
    private static string? Plain(KeptPath path, string text) =>
        path.Path is CodeValue.Literal
        && text.Length > 0
        && !text.Contains(':', StringComparison.Ordinal)
        && !text.Contains('=', StringComparison.Ordinal)
            ? text
            : null;

    private IEnumerable<Named> OfProperties(Component component, Workload workload)
    {
        if (component.Properties.Count == 0 || JvmApplication.Of(deployment, component) is not { } application)
        {
            yield break;
        }

        JvmProperties properties = new(application, workload);
        if (
            properties.Find("spring.datasource.url") is { Text: { } text, Chain: [var span, ..] }
            && FileAddress.OfAddress(text, Language.Java) is { } path
        )
        {
            yield return new Named(KeptKind.Database, path, null, span) { DoubtedBecause = properties.ExternalBecause };
        }

        foreach (var property in properties.Declared.Where(property => IsUpload(property.Canonical)))
        {
            if (properties.Resolve(property).Text is { Length: > 0 } directory && !directory.Contains(':', StringComparison.Ordinal))
            {
                yield return new Named(KeptKind.Uploads, directory, null, property.Span) { DoubtedBecause = properties.ExternalBecause };
            }
        }
    }

    // "file.upload-dir", "app.upload.path", "storage.uploads.directory"
    private static bool IsUpload(string key) =>
        key.Split('.') is [.., var group, var name]
        && (
            group.StartsWith("upload", StringComparison.Ordinal) && name is "dir" or "path" or "directory" or "location" or "folder"
            || name is "uploaddir" or "uploadpath" or "uploaddirectory" or "uploadfolder" or "uploadsdir"
        );

    private IEnumerable<Named> OfAppSettings(Component component, Workload workload) =>
        from project in component.Manifests.OfType<DotNetProject>()
        from settings in deployment.In<AppSettings>(project.File.Directory)
        where settings.Environment is null or "Production"
        from setting in settings.Settings
        where setting.Key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase)
        let path = FileAddress.Of(setting.Value, Language.CSharp)
        where path is not null
        let variable = setting.Key.Replace(":", "__", StringComparison.Ordinal)
        where !workload.Supplied.Any(given => string.Equals(given.Name, variable, StringComparison.OrdinalIgnoreCase))
        select new Named(KeptKind.Database, path, null, setting.ValueSpan)
        {
            DoubtedBecause = workload.SuppliesMoreBecause is { } more ? $"{variable} may name another database ({more})" : null,
        };

    private KeptFiles Placed(Named named, Workload workload)
    {
        var path = Absolute(named, workload) ?? (named.Path.StartsWith("./", StringComparison.Ordinal) ? named.Path[2..] : named.Path);
        var mounts = workload.Mounts.Where(mount => mount is { IsReadOnly: false, Kind: MountKind.Volume or MountKind.Bind }).ToList();
        KeptFiles kept = new(workload, named.Kind, path.Length > 1 ? path.TrimEnd('/') : path, named.Span);
        return kept with
        {
            Mount = mounts.Find(mount => Holds(mount, kept)),
            Others = [.. mounts.Where(mount => mount.Kind == MountKind.Volume)],
            DoubtedBecause = named.DoubtedBecause ?? PassedOn(named.Kind, workload),
        };
    }

    /// <summary>Where the container has it; null where the path leads from its source, which lies elsewhere once it is compiled.</summary>
    private static string? Absolute(Named named, Workload workload) =>
        named.Path is ['/', ..] ? ImagePath.Join(null, named.Path)
        : named.From is null ? ImagePath.Join(workload.Start?.WorkingDirectory ?? workload.Image?.Final.WorkingDirectory, named.Path)
        : null;

    /// <summary>Where only the name is known, a volume of that name is meant for it, and one over the whole program holds it.</summary>
    private static bool Holds(Mount mount, KeptFiles kept)
    {
        var at = mount.Path.Length > 1 ? mount.Path.TrimEnd('/') : mount.Path;
        if (!kept.IsRelative)
        {
            return ImagePath.Inside(at, kept.Path) is not null;
        }

        var parts = kept.Path.Split('/');
        return kept.Workload.Image?.Final.WorkingDirectory is { } home && ImagePath.Inside(at, home) is not null
            || parts.Contains(ImagePath.NameOf(at));
    }

    private static string? PassedOn(KeptKind kind, Workload workload) =>
        kind == KeptKind.Uploads
            ? workload
                .Components.SelectMany(component => component.Code)
                .SelectMany(file => file.Imports)
                .FirstOrDefault(import => ObjectStores.Any(store => IsOf(import.Module, store)))
                is { } import
                ? $"{import.Span} imports `{import.Module}`, which may store them"
                : null
            : null;

    private static bool IsOf(string module, string store) =>
        module == store
        || module.StartsWith(store, StringComparison.Ordinal) && module.Length > store.Length && module[store.Length] is '/' or '.';

    /// <param name="From">The source from whose directory the path leads; null for the working directory.</param>
    private sealed record Named(KeptKind Kind, string Path, CodeFile? From, SourceSpan Span)
    {
        public string? DoubtedBecause { get; init; }
    }
}
