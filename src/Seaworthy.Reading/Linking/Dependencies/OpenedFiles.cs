using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>What source opens while it is loaded, looked for in the container: settings, certificates, models, directories of static files.</summary>
internal static class OpenedFiles
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?{}$\\:");

    // Who asks first goes on without the file, and who changes the directory means another one.
    private static readonly SearchValues<string> Asking = SearchValues.Create(
        ["exists(", "isfile(", "isdir(", "is_file(", "is_dir(", "existsSync(", "accessSync(", "statSync(", "chdir("],
        StringComparison.Ordinal
    );

    /// <summary>What the container lacks of it, and the repository has.</summary>
    /// <param name="deployment">Whose tree has the file, or not.</param>
    /// <param name="files">The container.</param>
    /// <param name="here">The working directory of the program.</param>
    /// <param name="path">Where the container holds the source.</param>
    /// <param name="code">The source.</param>
    /// <param name="through">The import that loads it.</param>
    public static IEnumerable<LeftOutFile> Missing(
        Deployment deployment,
        ContainerFiles files,
        string here,
        string path,
        CodeFile code,
        SourceSpan? through
    ) =>
        from opened in code.OpenedPaths
        where opened is { AtStartup: true, IsWrite: false, IsRelativeToFile: false }
        let text = opened.Path is CodeValue.Literal literal ? literal.Text : ""
        where text is [not '/', ..] && !text.AsSpan().ContainsAny(Special) && !code.File.Text.AsSpan().ContainsAny(Asking)
        let wanted = ImagePath.Join(here, text)
        where wanted is not null
        let answer = files.Find(wanted)
        where answer.IsMissing
        let own = SourceHome.Of(here, path, code.File) is { } home ? RepositoryPath.Join(home, text) : null
        where own is { Length: > 0 } && (deployment.Tree.HasFile(own) || deployment.Tree.HasDirectory(own))
        select new LeftOutFile(text, own, opened.Span, answer) { Through = through };
}
