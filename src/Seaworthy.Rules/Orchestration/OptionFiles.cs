using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The options that a MySQL server reads from files at startup: mounted, copied into its image, or in a ConfigMap.</summary>
/// <remarks>Source: MySQL Reference Manual, "Using Option Files"; Docker Hub, "mysql", "Using a custom MySQL configuration file".</remarks>
internal static class OptionFiles
{
    private const string Directory = "/etc/mysql/conf.d";

    private static readonly string[] Files = ["/etc/my.cnf", "/etc/mysql/my.cnf"];

    public static IEnumerable<Fact<string>> Of(Workload workload, Deployment deployment) =>
        deployment
            .Of<MySqlOptionFile>()
            .Where(file => IsMounted(workload, file.File) || IsCopied(workload, file.File))
            .SelectMany(file => file.Options)
            .Concat(workload.Mounts.SelectMany(mount => mount.Files).Where(file => IsRead(file.Path)).SelectMany(InText));

    private static IEnumerable<Fact<string>> InText(MountedText file) =>
        MySqlOptionFile
            .OptionsIn(file.Text.Text)
            .Select(option => new Fact<string>(option.Name, file.Text.Span(option.Start, option.Length)));

    private static bool IsMounted(Workload workload, SourceFile file) =>
        workload.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source }
            && (source == file.Path ? IsRead(mount.Path) : file.Directory == source && IsRead($"{mount.Path.TrimEnd('/')}/{file.Name}"))
        );

    private static bool IsCopied(Workload workload, SourceFile file) =>
        workload.Image is { Final.Files: var image }
        && Files
            .Append($"{Directory}/{file.Name}")
            .Any(path => image.Find(path) is { Presence: Presence.Present, Actual: { } actual } && actual == file.Path);

    private static bool IsRead(string path) =>
        Files.Contains(path)
        || (path.StartsWith(Directory + "/", StringComparison.Ordinal) && path.EndsWith(".cnf", StringComparison.Ordinal));
}
