using System.IO.Enumeration;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Readers.Proxies;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The nginx configuration of a workload: the files that its image copies, and its mounts under <c>/etc/nginx</c>.</summary>
/// <param name="Placed">The files that were read, by the path inside.</param>
/// <param name="ReplacesDefault">The image's own default server is gone.</param>
internal sealed record NginxConfiguration(IReadOnlyDictionary<string, NginxFile> Placed, bool ReplacesDefault)
{
    private const string Directory = "/etc/nginx";
    private const string Main = $"{Directory}/nginx.conf";
    private const string Templates = $"{Directory}/templates/";
    private const int DepthLimit = 4;

    private static readonly NginxReader Reader = new();

    // Sources: the packages of Debian and Alpine; a main file of one's own takes the place of everything.
    private static readonly string[] PackagedDefaults =
    [
        Main,
        $"{Directory}/sites-available/default",
        $"{Directory}/sites-enabled/default",
        $"{Directory}/http.d/default.conf",
    ];

    // Includes of the image's own nginx.conf.
    private static readonly string[] DefaultIncludes = [$"{Directory}/conf.d/*.conf"];

    /// <summary>The entry point of the image writes <c>conf.d/X</c> from <c>templates/X.template</c> at every start.</summary>
    private static bool IsWrittenAnew(string path, Dictionary<string, string> placed) =>
        path.StartsWith($"{Directory}/conf.d/", StringComparison.Ordinal)
        && placed.ContainsKey($"{Templates}{path[$"{Directory}/conf.d/".Length..]}.template");

    /// <summary>Every file that is there, whether nginx reads it or not.</summary>
    public IReadOnlyList<NginxFile> Files => [.. Placed.Values.Distinct()];

    /// <summary>Null for a workload that is not nginx.</summary>
    public static NginxConfiguration? Of(Deployment deployment, Workload workload) =>
        IsNginx(workload.Public ?? workload.Image?.Final.PublicBase)
            ? Read(deployment, workload.Image, workload.Start, workload.Mounts) is var read && Redirected(workload) is { } variable
                ? read with
                {
                    UnreadBecause = $"{variable} renders other files from the templates",
                }
                : read
            : null;

    /// <summary>What tells the entry point of the image where the templates are, how they are called and where to write.</summary>
    private static string? Redirected(Workload workload) =>
        workload
            .Supplied.Select(variable => variable.Name)
            .FirstOrDefault(name =>
                name is "NGINX_ENVSUBST_OUTPUT_DIR" or "NGINX_ENVSUBST_TEMPLATE_DIR" or "NGINX_ENVSUBST_TEMPLATE_SUFFIX"
            );

    /// <summary>The one that an image starts with by itself; null for an image that is not nginx.</summary>
    public static NginxConfiguration? Of(Deployment deployment, Image image, ProcessStart? start) =>
        IsNginx(image.Final.PublicBase) ? Read(deployment, image, start, []) : null;

    /// <summary>The one of a package that an image for something else installs; null when the package's own servers may still be there.</summary>
    public static NginxConfiguration? Installed(Deployment deployment, Workload workload) =>
        Read(deployment, workload.Image, workload.Start, workload.Mounts) is var read
        && Array.Exists(PackagedDefaults, read.Placed.ContainsKey)
            ? read with
            {
                ReplacesDefault = true,
            }
            : null;

    private static bool IsNginx(PublicImage? known) => known?.Name.Contains("nginx", StringComparison.Ordinal) == true;

    private static NginxConfiguration Read(Deployment deployment, Image? image, ProcessStart? start, IReadOnlyList<Mount> mounts)
    {
        Dictionary<string, string> placed = new(StringComparer.Ordinal);
        foreach (var (path, source) in image?.Final.Files.CopiedUnder(Directory) ?? [])
        {
            placed[path] = source;
        }

        foreach (var (path, source) in Mounted(deployment.Tree, mounts))
        {
            placed[path] = source;
        }

        var untold = image is null ? null : NginxCopy.FirstUntold(image, placed);
        foreach (var (path, source) in image is null ? [] : untold?.Meant(image, deployment.Tree) ?? [])
        {
            placed.TryAdd(path, source);
        }

        Dictionary<string, NginxFile> files = new(StringComparer.Ordinal);
        foreach (var (path, source) in placed)
        {
            if (!IsWrittenAnew(path, placed) && deployment.At<NginxFile>(source) is { } file)
            {
                files[path] = file;
            }
        }

        foreach (var text in mounts.SelectMany(mount => mount.Files).Where(text => IsUnder(Directory, text.Path)))
        {
            placed[text.Path] = text.Text.File.Path;
            if (MountedArtifact.Read<NginxFile>(text, Reader) is { } file)
            {
                files[text.Path] = file;
            }
        }

        var replaces =
            placed.ContainsKey($"{Directory}/conf.d/default.conf")
            || placed.ContainsKey($"{Templates}default.conf.template")
            || placed.ContainsKey(Main)
            || mounts.Any(mount => mount.Files.Count > 0 && mount.Path.TrimEnd('/') is Directory or $"{Directory}/conf.d");
        return new NginxConfiguration(files, replaces)
        {
            UnreadBecause = Unseen(mounts) ?? untold?.Why ?? Unread(image, start, placed, files),
        };
    }

    /// <summary>Why its configuration is not, or not only, what was read; null when it is.</summary>
    public string? UnreadBecause { get; private init; }

    /// <summary>The files that nginx reads, from its main file on: the included ones, with templates.</summary>
    /// <remarks>Source: nginx documentation, "include"; Docker Hub: nginx, "Using environment variables in nginx configuration".</remarks>
    public IReadOnlyList<NginxFile> Loaded()
    {
        if (UnreadBecause is not null)
        {
            return [];
        }

        List<NginxFile> found = Placed.TryGetValue(Main, out var main) ? [main] : [];
        var patterns = main is null ? [.. DefaultIncludes] : Includes(main);
        for (var depth = 0; depth < DepthLimit && patterns.Count > 0; depth++)
        {
            var next = Placed
                .Where(file => patterns.Any(pattern => IsNamed(pattern, file.Key)))
                .Select(file => file.Value)
                .Except(found)
                .ToList();
            found.AddRange(next);
            patterns = [.. next.SelectMany(Includes)];
        }

        return found;
    }

    /// <summary>The ports of every server; incomplete when one is computed or a file was not read.</summary>
    public ListeningPorts Listens(Workload workload)
    {
        var listens = Files.SelectMany(file => file.Servers).SelectMany(server => server.Listens).ToList();
        var known = (workload.Public ?? workload.Image?.Final.PublicBase)?.Ports ?? [];
        var place = workload.Reference?.Span ?? workload.Image?.Final.Declared.Base.Span ?? workload.Span;
        IEnumerable<ListeningPort> own =
            ReplacesDefault || UnreadBecause is not null ? [] : known.Select(port => new ListeningPort(port.Number, null, [place]));
        var ports = listens
            .Where(listen => listen.Port is not null)
            .Select(listen => new ListeningPort(listen.Port ?? 0, null, [listen.Span]));
        var why =
            UnreadBecause is not null ? UnreadBecause
            : ReplacesDefault && listens.Count == 0 ? "its configuration was not read"
            : listens.FirstOrDefault(listen => listen.Port is null) is { } computed ? $"{computed.Span.Line} is computed"
            : null;
        return new ListeningPorts([.. own.Concat(ports).DistinctBy(port => port.Port)], why) { IsTold = why is null && ReplacesDefault };
    }

    /// <summary>A ConfigMap or volume whose files nobody here can see.</summary>
    private static string? Unseen(IReadOnlyList<Mount> mounts) =>
        mounts.FirstOrDefault(mount =>
            mount is { Kind: MountKind.ConfigMap or MountKind.Volume, Files.Count: 0 }
            && (mount.Path.TrimEnd('/') is Directory or Main || IsUnder($"{Directory}/conf.d", mount.Path))
        )
            is { } unseen
            ? $"the mount at {unseen.Span} was not read"
            : null;

    private static bool IsUnder(string directory, string path) =>
        path.TrimEnd('/') == directory || path.StartsWith(directory + "/", StringComparison.Ordinal);

    private static string? Unread(Image? image, ProcessStart? start, Dictionary<string, string> placed, Dictionary<string, NginxFile> files)
    {
        if (placed.TryGetValue(Main, out var main) && !files.ContainsKey(Main))
        {
            return $"{main} was not read";
        }

        var commands = (start?.Commands ?? []).Concat(image?.Stages[^1].Commands.Select(at => at.Command) ?? []);
        return commands.FirstOrDefault(Writes) is { } writing ? $"{writing.Span} writes its configuration"
            : image?.Final.Files.Find($"{Directory}/conf.d/default.conf") is { Presence: Presence.Present, Actual: null, Because: { } made }
                ? $"{made} writes its configuration"
            : null;
    }

    private static bool Writes(ShellCommand command) =>
        command.Redirects.Any(redirect => redirect.Operator is ['>', ..] && IsHere(redirect.Target))
        || (
            command.Program is "cp" or "mv" or "ln" or "sed" or "tee" or "envsubst" or "curl" or "wget" or "install" or "perl"
            && command.Words.Any(IsHere)
        );

    private static bool IsHere(ShellWord word) => word.Prefix.StartsWith(Directory + "/", StringComparison.Ordinal);

    private static List<string> Includes(NginxFile file) =>
        [.. file.Includes.Select(include => include.Value is ['/', ..] ? include.Value : $"{Directory}/{include.Value}")];

    /// <summary>Whether a file that is at a path is one that the pattern of an include names; a template becomes a file of <c>conf.d</c>.</summary>
    private static bool IsNamed(string pattern, string path)
    {
        const string ending = ".template";
        var actual =
            path.StartsWith(Templates, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)
                ? $"{Directory}/conf.d/{path[Templates.Length..^ending.Length]}"
                : path;
        return FileSystemName.MatchesSimpleExpression(pattern, actual, ignoreCase: false)
            && pattern.Count(letter => letter == '/') == actual.Count(letter => letter == '/');
    }

    private static IEnumerable<CopiedFile> Mounted(RepositoryTree tree, IReadOnlyList<Mount> mounts)
    {
        foreach (
            var mount in mounts.Where(mount => mount.Kind == MountKind.Bind && mount.Path.StartsWith(Directory, StringComparison.Ordinal))
        )
        {
            if (mount.Source is not { } source)
            {
                continue;
            }

            if (tree.HasFile(source))
            {
                yield return new CopiedFile(mount.Path, source);
            }

            foreach (var file in tree.HasDirectory(source) ? tree.FilesUnder(source) : [])
            {
                yield return new CopiedFile($"{mount.Path.TrimEnd('/')}/{RepositoryPath.Below(source, file.Path)}", file.Path);
            }
        }
    }
}
