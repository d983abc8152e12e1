using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Files to keep that settings name beside the source: variables, properties of the JVM, settings of .NET.</summary>
internal static class NamedInSettings
{
    public static IEnumerable<NamedFiles> Of(Deployment deployment, Workload workload) =>
        workload
            .Components.SelectMany(component => OfProperties(deployment, component, workload))
            .Concat(workload.Components.SelectMany(component => OfAppSettings(deployment, component, workload)));

    public static IEnumerable<NamedFiles> OfVariables(Workload workload) =>
        from variable in workload.Supplied
        let path = FileAddress.OfAddress(variable.Value.Text ?? "", workload.Components[0].Language)
        where path is not null
        select new NamedFiles(KeptKind.Database, path, null, variable.Span);

    private static IEnumerable<NamedFiles> OfProperties(Deployment deployment, Component component, Workload workload)
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
            yield return new NamedFiles(KeptKind.Database, path, null, span) { DoubtedBecause = properties.ExternalBecause };
        }

        foreach (var property in properties.Declared.Where(property => IsUpload(property.Canonical)))
        {
            if (properties.Resolve(property).Text is { Length: > 0 } directory && !directory.Contains(':', StringComparison.Ordinal))
            {
                yield return new NamedFiles(KeptKind.Uploads, directory, null, property.Span)
                {
                    DoubtedBecause = properties.ExternalBecause,
                };
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

    private static IEnumerable<NamedFiles> OfAppSettings(Deployment deployment, Component component, Workload workload) =>
        from project in component.Manifests.OfType<DotNetProject>()
        from settings in deployment.In<AppSettings>(project.File.Directory)
        where settings.Environment is null or "Production"
        from setting in settings.Settings
        where setting.Key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase)
        let path = FileAddress.Of(setting.Value, Language.CSharp)
        where path is not null
        let variable = setting.Key.Replace(":", "__", StringComparison.Ordinal)
        where !workload.Supplied.Any(given => string.Equals(given.Name, variable, StringComparison.OrdinalIgnoreCase))
        select new NamedFiles(KeptKind.Database, path, null, setting.ValueSpan)
        {
            DoubtedBecause = workload.SuppliesMoreBecause is { } more ? $"{variable} may name another database ({more})" : null,
        };
}
