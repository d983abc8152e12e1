using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>A COPY to where nginx reads its configuration whose source the build does not find, or nobody can tell.</summary>
/// <param name="Place">Where it copies to.</param>
internal sealed record NginxCopy(Fact<string> Place)
{
    private static readonly string[] Read =
    [
        "/etc/nginx/nginx.conf",
        "/etc/nginx/conf.d",
        "/etc/nginx/templates",
        "/etc/nginx/http.d",
        "/etc/nginx/sites-enabled",
    ];

    public string Why => $"the copy at {Place.Span} was not read";

    /// <summary>The first that nothing lies over; null when all of them are read.</summary>
    public static NginxCopy? FirstUntold(Image image, IReadOnlyDictionary<string, string> placed) =>
        image
            .Final.Files.Open.Where(opened => !placed.ContainsKey(opened.Value) && IsRead(opened.Value) && IsCopied(image, opened.Span))
            .Select(opened => new NginxCopy(opened))
            .FirstOrDefault();

    /// <summary>The files that it evidently means, which stand elsewhere in the repository.</summary>
    public IEnumerable<CopiedFile> Meant(Image image, RepositoryTree tree) =>
        from use in CopySources.Of(image, tree)
        where Place.Span.Holds(use.Span)
        where use.Answer.Presence is Presence.Elsewhere or Presence.OtherCase
        let actual = use.Answer.Actual
        where actual is not null
        from file in tree.HasFile(actual) ? [actual] : tree.FilesUnder(actual).Select(file => file.Path)
        select new CopiedFile(IsFile(Place.Value) ? Place.Value : $"{Place.Value}/{RepositoryPath.NameOf(file)}", file);

    private static bool IsRead(string path) =>
        path == "/etc/nginx" || Read.Any(place => path == place || path.StartsWith(place + "/", StringComparison.Ordinal));

    private static bool IsCopied(Image image, SourceSpan span) =>
        image.Final.Declared.Instructions.OfType<DockerInstruction.Copy>().Any(copy => copy.Span == span);

    private static bool IsFile(string path) =>
        path.EndsWith(".conf", StringComparison.Ordinal) || path.EndsWith(".template", StringComparison.Ordinal);
}
