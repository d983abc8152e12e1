using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>Files from which Dockerfiles are made: what is changed in a made one is lost when it is made again.</summary>
internal static class DockerfileTemplates
{
    private static readonly string[] Endings = [".template", ".tmpl", ".tpl", ".j2", ".jinja2", ".in", ".erb", ".m4"];

    /// <summary>The nearest one beside or above a Dockerfile; null when there is none, or it is one itself.</summary>
    public static string? Of(SourceFile dockerfile, RepositoryTree tree) =>
        IsOne(dockerfile.Path)
            ? null
            : RepositoryPath.Ancestors(dockerfile.Directory).SelectMany(tree.FilesIn).Select(file => file.Path).FirstOrDefault(IsOne);

    private static bool IsOne(string path) =>
        RepositoryPath.NameOf(path).StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.Ordinal));
}
