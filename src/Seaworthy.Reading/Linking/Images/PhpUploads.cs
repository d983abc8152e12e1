using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Linking.Proxies;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Images upon PHP's official ones whose source validates the size of files.</summary>
/// <remarks>Sources: PHP manual, "Runtime Configuration", <c>upload_max_filesize</c>; Docker Hub: php, "Configuration": no php.ini by default, <c>conf.d</c> in <c>$PHP_INI_DIR</c>.</remarks>
internal static class PhpUploads
{
    private const string Directory = "/usr/local/etc";
    private const string Directive = "upload_max_filesize";

    // Files for the build of extensions and the like set no limits.
    private static readonly string[] Harmless = ["xdebug", "opcache", "docker-php-ext"];

    public static IReadOnlyList<PhpUpload> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        return
        [
            .. from image in deployment.Images
            where image.Final.PublicBase is { Name: "php" } && !image.IsForDevelopment
            let accepted = Accepted(image, values).OrderByDescending(limit => limit.Bytes).ToList()
            where accepted.Count > 0
            select Of(deployment, image, accepted),
        ];
    }

    private static PhpUpload Of(Deployment deployment, Image image, List<Limit> accepted)
    {
        var workloads = deployment.WorkloadsOf(image).ToList();
        return new PhpUpload(image, accepted[0].Bytes, [.. accepted.Select(limit => limit.Span)], image.Final.Declared.Base.Span)
        {
            IsSet =
                image.Mentions(image.Final, [Directive])
                || deployment.StartupsOf(image).Any(startup => startup.Text.Contains(Directive, StringComparison.Ordinal))
                || workloads.Exists(workload => workload.Start?.Text.Contains(Directive, StringComparison.Ordinal) is true),
            UnknownBecause =
                image.Final.Files.CopiedUnder(Directory).Select(file => file.Source).FirstOrDefault(MaySet)
                ?? image
                    .Final.Files.CopiedUnder("/")
                    .Select(file => file.Source)
                    .FirstOrDefault(source => RepositoryPath.NameOf(source) is ".user.ini" or ".htaccess")
                ?? workloads
                    .SelectMany(workload => workload.Mounts)
                    .FirstOrDefault(mount => mount.Path.StartsWith(Directory, StringComparison.Ordinal) && MaySet(mount.Path))
                    ?.Span.ToString(),
        };
    }

    private static bool MaySet(string path) => !Array.Exists(Harmless, name => path.Contains(name, StringComparison.Ordinal));

    private static IEnumerable<Limit> Accepted(Image image, CodeValues values) =>
        from component in image.Components
        from file in component.Code
        where !file.IsTest
        from setting in file.Settings
        where setting.Name == UploadLimits.Limit
        let text = values.Resolve(setting.Value, file, _ => null).Text
        let bytes = text is null ? null : ByteSize.Of(text)
        where bytes > PhpUpload.Default
        select new Limit(bytes ?? 0, setting.Span);

    private sealed record Limit(long Bytes, SourceSpan Span);
}
